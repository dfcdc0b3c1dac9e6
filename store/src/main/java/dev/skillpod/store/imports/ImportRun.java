package dev.skillpod.store.imports;

import dev.skillpod.core.model.Progress;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.GZIPInputStream;

/**
 * What all importers of a run share.
 *
 * @param sink where rows go
 * @param options how to import
 * @param journal what the report will say
 * @param progress told of the bytes read of each file
 */
record ImportRun(ImportSink sink, ImportOptions options, Journal journal, Progress progress) {
    /** Returns a run that reports no progress, to look into files before they are imported. */
    ImportRun quiet() {
        return new ImportRun(sink, options, journal, Progress.SILENT);
    }

    /** Opens a file, unpacking {@code .gz}. */
    LineReader open(Path path) throws IOException {
        InputStream raw = Files.newInputStream(path);
        try {
            var metered = new MeteredInput(raw, "Importing " + path.getFileName(), Files.size(path), progress);
            boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
            return new LineReader(packed ? new GZIPInputStream(metered, 1 << 16) : metered, options.maxLineBytes());
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    /** Starts the report of a file. */
    FileTally tally(Path path) {
        return journal.file(path.toString());
    }

    /** Collects rows of which the last of an id wins. */
    <T> Batch<T> upserts(FileTally tally, Function<T, Object> id, Consumer<List<T>> store) {
        return new Batch<>(tally, options.batchSize(), false, id, store);
    }

    /** Says on one line why a file could not be read. */
    static String reason(IOException e) {
        return switch (e) {
            case NoSuchFileException missing -> "must be a file that exists, was not found";
            case AccessDeniedException denied -> "must be readable, access was denied";
            default -> {
                String message = e.getMessage();
                yield "must be readable to its end: "
                        + (message == null ? e.getClass().getSimpleName() : message);
            }
        };
    }
}
