package dev.skillpod.store.imports;

import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Counts what becomes of one file's rows. Not thread-safe. */
final class FileTally {
    private static final int MAX_NOTES = 20;

    private final String file;
    private final Journal journal;
    private final Set<String> notes = new LinkedHashSet<>();
    private long read;
    private long accepted;
    private long rejected;
    private long skipped;
    private @Nullable String failure;

    FileTally(String file, Journal journal) {
        this.file = file;
        this.journal = journal;
    }

    String file() {
        return file;
    }

    void read() {
        read++;
    }

    void accept(long rows) {
        accepted += rows;
    }

    /** Counts the row that is about to be accepted as skipped instead. */
    void acceptedIsSkipped() {
        accepted--;
        skipped++;
    }

    void reject(long line, String problem) {
        rejected++;
        journal.record(new Rejection(file, line, problem));
    }

    void note(String note) {
        if (notes.size() < MAX_NOTES) {
            notes.add(note);
        }
    }

    void fail(String why) {
        failure = why;
    }

    FileReport report() {
        return new FileReport(
                file, read, accepted, rejected, skipped, notes.stream().toList(), failure);
    }
}
