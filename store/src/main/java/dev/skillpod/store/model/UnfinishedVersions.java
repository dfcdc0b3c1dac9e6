package dev.skillpod.store.model;

import dev.skillpod.store.StoreException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** What processes that were killed while they saved a version left behind: nobody reads it, but it takes room. */
public final class UnfinishedVersions {
    /** Stands between the mark of the process and what makes the name unique; it is in no mark. */
    static final String END_OF_MARK = "_";

    private static final Duration OLD = Duration.ofDays(1);

    private UnfinishedVersions() {}

    /**
     * Deletes what processes left, of all models: of marked ones when they are gone, else what nobody touched for a day.
     *
     * @param root the folder of the models
     * @param gone whether the process of that mark is gone
     * @return how many were deleted
     */
    public static int delete(Path root, Predicate<String> gone) {
        if (!Files.isDirectory(root)) {
            return 0;
        }
        int deleted = 0;
        try {
            for (Path model : list(root)) {
                for (Path entry : Files.isDirectory(model) ? list(model) : List.<Path>of()) {
                    if (isLeft(entry, gone)) {
                        deleteTree(entry);
                        deleted++;
                    }
                }
            }
            return deleted;
        } catch (IOException | UncheckedIOException e) {
            throw new StoreException("cannot clear unfinished models in " + root + ": " + e.getMessage(), e);
        }
    }

    private static boolean isLeft(Path entry, Predicate<String> gone) throws IOException {
        String name = entry.getFileName().toString();
        if (!name.startsWith(ModelFiles.UNFINISHED)) {
            return false;
        }
        int end = name.indexOf(END_OF_MARK);
        return end > 0
                ? gone.test(name.substring(ModelFiles.UNFINISHED.length(), end))
                : Files.getLastModifiedTime(entry)
                        .toInstant()
                        .isBefore(Instant.now().minus(OLD));
    }

    private static List<Path> list(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.toList();
        }
    }

    private static void deleteTree(Path top) throws IOException {
        var paths = new ArrayList<Path>();
        try (Stream<Path> all = Files.walk(top)) {
            all.sorted(Comparator.reverseOrder()).forEach(paths::add);
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
