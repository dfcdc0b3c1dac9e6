package dev.skillpod.app.log;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads a file of separated fields row by row, skipping blank lines. Not thread-safe. */
public final class FieldReader implements AutoCloseable {
    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private static final int MOST_SHOWN = 80;

    private final Path file;
    private final int mostFields;
    private final BufferedReader reader;
    private char separator;
    private long line;

    private FieldReader(Path file, int mostFields, BufferedReader reader) {
        this.file = file;
        this.mostFields = mostFields;
        this.reader = reader;
    }

    /**
     * Opens a file.
     *
     * @param mostFields fields a row may have at most
     * @throws IllegalArgumentException when the file cannot be read
     */
    public static FieldReader open(Path file, int mostFields) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("file must be a readable file, was '" + file + "'");
        }
        try {
            InputStream bytes = Files.newInputStream(file);
            InputStream plain = file.toString().endsWith(".gz") ? new GZIPInputStream(bytes, 1 << 16) : bytes;
            var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
            return new FieldReader(
                    file, mostFields, new BufferedReader(new InputStreamReader(plain, decoder), 1 << 16));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static IllegalArgumentException unreadable(Path file, IOException cause) {
        return new IllegalArgumentException("file '" + file + "' cannot be read: " + cause.getMessage(), cause);
    }

    /** Returns the fields of the next row that is not blank, or nothing at the end. */
    public Optional<String[]> next() {
        try {
            String text = reader.readLine();
            while (text != null) {
                line++;
                String row = line == 1 && text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
                if (!row.isBlank()) {
                    return Optional.of(split(row));
                }
                text = reader.readLine();
            }
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException(
                    "file '" + file + "', after line " + line + ": text must be UTF-8, was something else", e);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private String[] split(String row) {
        if (separator == 0) {
            separator = mostFields == 1 ? '\n' : row.indexOf('\t') >= 0 ? '\t' : row.indexOf(',') >= 0 ? ',' : ' ';
        }
        String[] fields = separator == ' ' ? row.strip().split("\\s+") : row.split(String.valueOf(separator), -1);
        for (int i = 0; i < fields.length; i++) {
            fields[i] = fields[i].strip();
        }
        if (fields.length > mostFields) {
            throw new IllegalArgumentException(where() + ": a row must have at most " + mostFields
                    + " fields separated by " + separatorName() + ", had " + fields.length);
        }
        return fields;
    }

    private String separatorName() {
        return switch (separator) {
            case '\t' -> "tabs";
            case ',' -> "commas";
            default -> "spaces";
        };
    }

    /** Returns a field that must be there and not be empty. */
    public String required(String[] fields, int index, String name) {
        String value = index < fields.length ? fields[index] : "";
        if (value.isEmpty()) {
            throw wrong(name, "not empty", value);
        }
        return value;
    }

    /** Returns what is wrong with a field of the current row. */
    public IllegalArgumentException wrong(String field, String legal, String found) {
        String shown = found.length() <= MOST_SHOWN ? found : found.substring(0, MOST_SHOWN) + "...";
        return new IllegalArgumentException(
                where() + ", field " + field + ": must be " + legal + ", was '" + shown + "'");
    }

    /** Returns file and line, as errors name them. */
    public String where() {
        return "file '" + file + "', line " + line;
    }

    /** Returns the number of the last line read, from 1. */
    public long line() {
        return line;
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }
}
