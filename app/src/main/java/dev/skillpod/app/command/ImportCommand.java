package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.DatabaseImportSink;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.store.imports.FileReport;
import dev.skillpod.store.imports.ImportException;
import dev.skillpod.store.imports.ImportFormat;
import dev.skillpod.store.imports.ImportOptions;
import dev.skillpod.store.imports.ImportReport;
import dev.skillpod.store.imports.Imports;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Imports files into the database. */
@Command(
        name = "import",
        description = "Import a folder or file into the database; docs/imports.md has the formats. Good rows are kept,"
                + " bad ones are named by file and line, and importing twice changes nothing.")
public final class ImportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "PATH", description = "A folder, a file, or an O*NET text folder.")
    private @Nullable Path path;

    @Option(names = "--format", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
    private ImportFormat format = ImportFormat.AUTO;

    @Option(names = "--tenant", description = "Tenant of learners and events that name none.")
    private @Nullable String tenant;

    @Option(names = "--rejects", description = "A file that receives every rejected row.")
    private @Nullable Path rejects;

    @Override
    public Integer call() {
        Path source = java.util.Objects.requireNonNull(path, "picocli makes sure of PATH");
        ImportOptions options = ImportOptions.defaults().withFormat(format);
        options = tenant == null ? options : options.withTenant(tenant);
        options = rejects == null ? options : options.withRejects(rejects);
        var progress = new TerminalProgress();
        try (Platform platform = Platform.open(Settings.read(System.getenv()), progress)) {
            var sink = new DatabaseImportSink(platform.database(), options.dataSource());
            ImportReport report = Imports.run(source, options, sink, progress);
            progress.end();
            print(report);
            return report.complete() ? 0 : fail(report);
        } catch (ImportException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    private static void print(ImportReport report) {
        for (FileReport file : report.files()) {
            System.out.printf(
                    "%s: %d rows read, %d accepted, %d rejected, %d skipped%n",
                    file.file(), file.read(), file.accepted(), file.rejected(), file.skipped());
            file.notes().forEach(note -> System.out.println("  " + note));
        }
        report.notes().forEach(System.out::println);
        report.rejections().forEach(rejection -> System.out.println("rejected " + rejection));
    }

    private static int fail(ImportReport report) {
        System.err.println("skillpod: " + report.rejected() + " rows rejected, the others are stored; first: "
                + report.firstProblem().orElse(""));
        return 2;
    }
}
