package dev.skillpod.store.imports;

import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What an import did.
 *
 * @param format the format that was given or recognised
 * @param files one report per file, in the order of import
 * @param rejections the first rejected rows, as many as the options say
 * @param notes what a reader should know of the import as a whole
 */
public record ImportReport(
        ImportFormat format, List<FileReport> files, List<Rejection> rejections, List<String> notes) {
    public ImportReport {
        files = List.copyOf(files);
        rejections = List.copyOf(rejections);
        notes = List.copyOf(notes);
    }

    /** Returns the number of rows read. */
    public long read() {
        return sum(FileReport::read);
    }

    /** Returns the number of rows accepted. */
    public long accepted() {
        return sum(FileReport::accepted);
    }

    /** Returns the number of rows rejected. */
    public long rejected() {
        return sum(FileReport::rejected);
    }

    /** Returns whether every row was accepted and every file read to its end. */
    public boolean complete() {
        return rejected() == 0 && files.stream().allMatch(file -> file.failure() == null);
    }

    /** Returns one line that names the first thing that went wrong; empty when nothing did. */
    public Optional<String> firstProblem() {
        return files.stream()
                .filter(file -> file.failure() != null)
                .map(file -> file.file() + ": " + file.failure())
                .findFirst()
                .or(() -> rejections.stream().findFirst().map(Rejection::toString));
    }

    private long sum(ToLongFunction<FileReport> count) {
        return files.stream().mapToLong(count).sum();
    }
}
