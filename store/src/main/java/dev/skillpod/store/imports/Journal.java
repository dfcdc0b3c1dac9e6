package dev.skillpod.store.imports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what the report will say, and writes rejected rows to their file. Not thread-safe. */
final class Journal implements AutoCloseable {
    private final int kept;
    private final List<FileTally> files = new ArrayList<>();
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final @Nullable Writer rejects;

    Journal(ImportOptions options) {
        kept = options.keptRejections();
        rejects = options.rejects() == null ? null : open(options.rejects());
    }

    FileTally file(String name) {
        var tally = new FileTally(name, this);
        files.add(tally);
        return tally;
    }

    void note(String note) {
        notes.add(note);
    }

    void record(Rejection rejection) {
        if (rejections.size() < kept) {
            rejections.add(rejection);
        }
        if (rejects != null) {
            try {
                rejects.append(rejection.toString()).append('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    ImportReport report(ImportFormat format) {
        return new ImportReport(format, files.stream().map(FileTally::report).toList(), rejections, notes);
    }

    @Override
    public void close() {
        if (rejects != null) {
            try {
                rejects.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private static Writer open(Path path) {
        try {
            return Files.newBufferedWriter(path);
        } catch (IOException e) {
            throw new ImportException(path + ": must be a file that can be written for rejected rows: " + e, e);
        }
    }
}
