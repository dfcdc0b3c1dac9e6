package dev.skillpod.store.imports;

/**
 * A row that was not imported.
 *
 * @param file its file
 * @param line its first line, from 1
 * @param problem the field, the legal values and the value found, on one line
 */
public record Rejection(String file, long line, String problem) {
    @Override
    public String toString() {
        return file + ":" + line + ": " + problem;
    }
}
