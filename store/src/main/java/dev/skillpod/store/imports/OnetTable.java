package dev.skillpod.store.imports;

import dev.skillpod.store.imports.LineReader.Line;
import dev.skillpod.store.json.Texts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One of O*NET's text files: tab-separated, a header line, no quotes. */
final class OnetTable {
    static final String CODE = "O*NET-SOC Code";

    /** Takes a row; returns the field error of a row that breaks a rule. */
    @FunctionalInterface
    interface RowVisitor {
        Optional<String> row(Row row);
    }

    /**
     * A row.
     *
     * @param line its line
     * @param columns the place of each column
     * @param cells its cells
     */
    record Row(long line, Map<String, Integer> columns, String[] cells) {
        /** Returns a cell without surrounding blanks; empty when the file has no such column. */
        String get(String column) {
            Integer place = columns.get(column);
            return place == null ? "" : cells[place].strip();
        }
    }

    private final ImportRun run;
    private final Path path;

    OnetTable(ImportRun run, Path folder, String name) {
        this.run = run;
        this.path = folder.resolve(name);
    }

    boolean exists() {
        return Files.exists(path);
    }

    /**
     * Visits every row. A row that is rejected is recorded; the others count as accepted, unless the visitor skips them.
     *
     * @throws ImportException when the file cannot be opened or lacks a column
     */
    FileTally read(List<String> required, FileTally tally, RowVisitor visitor) {
        try (LineReader lines = run.open(path)) {
            Line header = lines.next();
            String names = header == null ? "" : header.text();
            var columns = new HashMap<String, Integer>();
            for (String name : names.split("\t", -1)) {
                columns.put(name.strip(), columns.size());
            }
            if (!columns.keySet().containsAll(required)) {
                throw new ImportException(path + ":1: header: must name the columns " + String.join(", ", required)
                        + ", was " + Texts.quoted(names));
            }
            int width = names.split("\t", -1).length;
            for (Line line = lines.next(); line != null; line = lines.next()) {
                if (line.problem() != null || !line.text().isBlank()) {
                    tally.read();
                    Optional<String> problem = row(line, width, columns, visitor);
                    problem.ifPresentOrElse(text -> tally.reject(lines.number(), text), () -> tally.accept(1));
                }
            }
        } catch (IOException e) {
            throw new ImportException(path + ": " + ImportRun.reason(e), e);
        }
        return tally;
    }

    /** Starts the file's report. */
    FileTally tally() {
        return run.tally(path);
    }

    private static Optional<String> row(Line line, int width, Map<String, Integer> columns, RowVisitor visitor) {
        if (line.problem() != null) {
            return Optional.of(line.problem());
        }
        String[] cells = line.text().split("\t", -1);
        if (cells.length != width) {
            return Optional.of("row: must have " + width + " cells like the header line, had " + cells.length);
        }
        if (Arrays.stream(cells).anyMatch(cell -> cell.indexOf('\0') >= 0)) {
            return Optional.of("row: must not contain the NUL character, has one");
        }
        return visitor.row(new Row(line.number(), columns, cells));
    }
}
