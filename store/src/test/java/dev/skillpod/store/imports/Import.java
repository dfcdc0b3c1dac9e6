package dev.skillpod.store.imports;

import dev.skillpod.core.model.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** An import of files that a test writes. */
final class Import {
    final Path folder;
    final RecordingSink sink = new RecordingSink();
    ImportOptions options = ImportOptions.defaults();

    Import(Path folder) {
        this.folder = folder;
    }

    Import file(String name, String... lines) throws IOException {
        return bytes(name, (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8));
    }

    Import bytes(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        Files.write(path, bytes);
        return this;
    }

    Import tenant(String tenant) {
        options = options.withTenant(tenant);
        return this;
    }

    ImportReport run() {
        return run(folder);
    }

    ImportReport run(Path path) {
        return Imports.run(path, options, sink, Progress.SILENT);
    }

    /** Returns the rejected rows, with paths relative to the folder. */
    List<String> rejections() {
        return lines(run());
    }

    List<String> lines(ImportReport report) {
        return report.rejections().stream()
                .map(r -> r.toString().replace(folder + "/", ""))
                .toList();
    }

    static byte[] gzip(String text) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }
}
