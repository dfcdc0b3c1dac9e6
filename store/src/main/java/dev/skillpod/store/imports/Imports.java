package dev.skillpod.store.imports;

import dev.skillpod.core.model.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Starts imports. */
public final class Imports {
    private static final int DEPTH = 6;
    private static final int NAMED_FILES = 10;
    private static final String RECOGNISED =
            "skills, prerequisites, roles, role_skills, contents, learners, events, demand, postings"
                    + " (.csv, .ndjson, .jsonl, also .gz)";

    private Imports() {}

    /**
     * Imports a file or folder, handing rows to the sink in batches. Rows that break a rule are in the report; the others are
     * stored. The sink is called by the calling thread only.
     *
     * @param path the file or folder
     * @param options how to import
     * @param sink where rows go
     * @param progress told of the bytes read of each file
     * @throws ImportException when nothing can be imported: the path cannot be read or is not recognised, a file lacks a
     *     column it needs, a log has no tenant, the file for rejected rows cannot be written
     */
    public static ImportReport run(Path path, ImportOptions options, ImportSink sink, Progress progress) {
        if (!Files.exists(path)) {
            throw new ImportException(path + ": must be a file or folder that exists, was not found");
        }
        if (!Files.isReadable(path)) {
            throw new ImportException(path + ": must be readable, access was denied");
        }
        try (var journal = new Journal(options)) {
            var run = new ImportRun(sink, options, journal, progress);
            ImportFormat format = options.format() == ImportFormat.AUTO ? detect(path, run) : options.format();
            switch (format) {
                case ONET -> onet(path, run);
                case LOG -> new InteractionLogImporter(run).run(file(path, format));
                case COURSES -> new CourseListImporter(run).run(courses(path));
                case FOLDER, AUTO -> folder(path, run);
            }
            return journal.report(format);
        }
    }

    private static ImportFormat detect(Path path, ImportRun run) {
        Path courses = courses(path);
        if (Files.isRegularFile(courses) && CourseListImporter.recognises(run, courses)) {
            return ImportFormat.COURSES;
        }
        if (Files.isDirectory(path)) {
            return OnetImporter.recognises(path) ? ImportFormat.ONET : ImportFormat.FOLDER;
        }
        return FeedFile.of(path, path).isPresent() ? ImportFormat.FOLDER : ImportFormat.LOG;
    }

    private static void onet(Path path, ImportRun run) {
        if (!OnetImporter.recognises(path)) {
            throw new ImportException(path + ": must be a folder with " + OnetImporter.OCCUPATIONS + ", has none");
        }
        new OnetImporter(run, path).run();
    }

    private static void folder(Path path, ImportRun run) {
        List<Path> all = files(path);
        List<FeedFile> known = all.stream()
                .map(file -> FeedFile.of(path, file))
                .flatMap(Optional::stream)
                .toList();
        if (known.isEmpty()) {
            throw new ImportException(
                    path + ": must hold files named " + RECOGNISED + ", or " + OnetImporter.OCCUPATIONS + ", has none");
        }
        all.stream()
                .filter(file -> FeedFile.of(path, file).isEmpty())
                .limit(NAMED_FILES)
                .forEach(file -> run.journal().note(file + ": not a recognised name, so it was not imported"));
        new FolderImporter(run).run(known);
    }

    /** Returns the files of a folder and its sub-folders in order of path, hidden ones left out. */
    private static List<Path> files(Path path) {
        try (Stream<Path> walk = Files.walk(path, DEPTH)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !hidden(path, file))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ImportException(path + ": " + ImportRun.reason(e), e);
        } catch (UncheckedIOException e) {
            throw new ImportException(path + ": must be readable, was not: " + e.getMessage(), e);
        }
    }

    private static boolean hidden(Path root, Path file) {
        for (Path part : root.relativize(file)) {
            if (part.toString().startsWith(".")) {
                return true;
            }
        }
        return false;
    }

    private static Path courses(Path path) {
        return Files.isDirectory(path) ? path.resolve("contents.csv") : path;
    }

    private static Path file(Path path, ImportFormat format) {
        if (Files.isDirectory(path)) {
            throw new ImportException(path + ": must be a file for the format " + format + ", was a folder");
        }
        return path;
    }
}
