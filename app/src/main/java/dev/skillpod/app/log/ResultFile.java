package dev.skillpod.app.log;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPOutputStream;

/** A result being written: it takes its name only when it is complete. Not thread-safe. */
public final class ResultFile implements AutoCloseable {
    private final Path file;
    private final Path partial;
    private final BufferedWriter writer;

    /**
     * Starts a file beside its final place.
     *
     * @throws IllegalArgumentException when it cannot be written
     */
    public ResultFile(Path file) {
        this.file = file;
        this.partial = file.resolveSibling(file.getFileName() + ".part");
        try {
            var bytes = Files.newOutputStream(partial);
            writer = new BufferedWriter(
                    new OutputStreamWriter(
                            file.toString().endsWith(".gz") ? new GZIPOutputStream(bytes) : bytes,
                            StandardCharsets.UTF_8),
                    1 << 16);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /**
     * Makes sure that a file can be written before any long work.
     *
     * @throws IllegalArgumentException when its folder is missing or not writable, or it is a folder itself
     */
    public static void check(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isWritable(folder) || Files.isDirectory(file)) {
            throw new IllegalArgumentException("output must be a file in a writable folder, was '" + file + "'");
        }
    }

    /** Writes a row. */
    public void row(String text) {
        try {
            writer.write(text);
            writer.write('\n');
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    /** Ends the file and gives it its name. */
    public void complete() {
        try {
            writer.close();
            Files.move(partial, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private IllegalArgumentException unwritable(IOException cause) {
        return new IllegalArgumentException(
                "output must be a file in a writable folder, was '" + file + "' (" + cause + ")", cause);
    }

    /** Removes what was written, unless it was completed. */
    @Override
    public void close() {
        try {
            writer.close();
            Files.deleteIfExists(partial);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }
}
