package dev.skillpod.store.imports;

import dev.skillpod.store.imports.CsvRecords.Record;
import dev.skillpod.store.imports.LineReader.Line;
import dev.skillpod.store.json.Checked;
import dev.skillpod.store.json.Fields;
import dev.skillpod.store.json.RowSource;
import dev.skillpod.store.json.StrictJson;
import dev.skillpod.store.json.Texts;
import java.io.IOException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reads the rows of a CSV or NDJSON file, rejecting those that are not even rows. */
final class FeedReader {
    /** Takes a row. */
    @FunctionalInterface
    interface RowVisitor {
        void row(long line, Fields fields);
    }

    private final ImportRun run;

    FeedReader(ImportRun run) {
        this.run = run;
    }

    /**
     * Checks that a file can be opened and, when it is CSV, has the columns it needs.
     *
     * @throws ImportException when not
     */
    void check(FeedFile file) {
        try (LineReader lines = run.quiet().open(file.path())) {
            if (file.csv()) {
                columns(file, new CsvRecords(lines));
            }
        } catch (IOException e) {
            throw new ImportException(file.path() + ": " + ImportRun.reason(e), e);
        }
    }

    /** Visits every row; a file that cannot be read to its end is noted as a failure. */
    void read(FeedFile file, FileTally tally, RowVisitor visitor) {
        try (LineReader lines = run.open(file.path())) {
            try {
                if (file.csv()) {
                    csv(file, lines, tally, visitor);
                } else {
                    json(file, lines, tally, visitor);
                }
            } catch (IOException e) {
                tally.fail(ImportRun.reason(e) + " (after line " + lines.number() + ")");
            }
        } catch (IOException e) {
            tally.fail(ImportRun.reason(e));
        }
    }

    private void csv(FeedFile file, LineReader lines, FileTally tally, RowVisitor visitor) throws IOException {
        var records = new CsvRecords(lines);
        Map<String, Integer> columns = columns(file, records);
        if (columns == null) {
            tally.note("the file is empty");
            return;
        }
        for (String column : columns.keySet()) {
            noteUnknown(file, column, "column", tally);
        }
        for (Record found = records.next(); found != null; found = records.next()) {
            tally.read();
            if (found.problem() != null) {
                tally.reject(found.line(), found.problem());
            } else if (found.cells().size() != columns.size()) {
                tally.reject(
                        found.line(),
                        "row: must have " + columns.size() + " cells like the header line, had "
                                + found.cells().size());
            } else {
                visitor.row(found.line(), Fields.of(new CsvRow(columns, found.cells())));
            }
        }
    }

    private void json(FeedFile file, LineReader lines, FileTally tally, RowVisitor visitor) throws IOException {
        var names = new HashSet<String>();
        for (Line line = lines.next(); line != null; line = lines.next()) {
            if (line.problem() != null) {
                tally.read();
                tally.reject(line.number(), line.problem());
            } else if (!line.text().isBlank()) {
                tally.read();
                object(file, line, names, tally, visitor);
            }
        }
    }

    private static void object(FeedFile file, Line line, Set<String> names, FileTally tally, RowVisitor visitor) {
        switch (StrictJson.object(line.text())) {
            case Checked.Invalid<ObjectNode> invalid -> tally.reject(line.number(), invalid.message());
            case Checked.Valid<ObjectNode> valid -> {
                ObjectNode object = valid.value();
                for (String name : object.propertyNames()) {
                    if (names.size() < 1_000 && names.add(name)) {
                        noteUnknown(file, name, "field", tally);
                    }
                }
                visitor.row(line.number(), Fields.of(RowSource.of(object)));
            }
        }
    }

    /** Reads the header line; null when the file is empty. */
    private @Nullable Map<String, Integer> columns(FeedFile file, CsvRecords records) throws IOException {
        Record header = records.next();
        if (header == null) {
            return null;
        }
        String place = file.path() + ":" + header.line() + ": ";
        if (header.problem() != null) {
            throw new ImportException(place + header.problem());
        }
        var columns = new LinkedHashMap<String, Integer>();
        for (String cell : header.cells()) {
            String name = cell.strip().toLowerCase(Locale.ROOT);
            if (columns.put(name, columns.size()) != null) {
                throw new ImportException(place + "header: must name each column once, twice: " + name);
            }
        }
        List<String> required = file.kind().required(run.options().tenant());
        List<String> missing =
                required.stream().filter(name -> !columns.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new ImportException(place + "header: must name the columns " + String.join(", ", required)
                    + ", was missing " + String.join(", ", missing));
        }
        return columns;
    }

    private static void noteUnknown(FeedFile file, String name, String what, FileTally tally) {
        if (!file.kind().fields().contains(name)) {
            tally.note("unknown " + what + " " + Texts.quoted(name) + " is not imported");
        }
    }
}
