package dev.skillpod.store.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.skillpod.store.imports.LineReader.Line;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads CSV (RFC 4180) record by record and goes on after a bad one.
 *
 * <p>A parser of the whole stream would take everything after a stray quote for one cell. So records are found here, line by
 * line, and each is parsed by itself; when a quoted cell is not closed properly, only its first line is given up.
 */
final class CsvRecords {
    /**
     * A record.
     *
     * @param line its first line
     * @param cells its cells; empty when there is a problem
     * @param problem why it cannot be read, or null
     */
    record Record(long line, List<String> cells, @Nullable String problem) {}

    private enum State {
        CELL_START,
        PLAIN,
        QUOTED,
        AFTER_QUOTE,
        MALFORMED
    }

    private static final int MAX_LINES = 1_000;
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final CsvReader.CsvReaderBuilder PARSER = CsvReader.builder().skipEmptyLines(false);

    private final LineReader lines;
    private final Deque<Line> ahead = new ArrayDeque<>();

    CsvRecords(LineReader lines) {
        this.lines = lines;
    }

    /** Returns the next record that is not blank, or null at the end. */
    @Nullable
    Record next() throws IOException {
        Line line = line();
        while (line != null && line.problem() == null && line.text().isBlank()) {
            line = line();
        }
        if (line == null) {
            return null;
        }
        if (line.problem() != null) {
            return new Record(line.number(), List.of(), line.problem());
        }
        State state = scan(line.text(), State.CELL_START);
        return switch (state) {
            case QUOTED -> joined(line);
            case MALFORMED -> malformed(line.number());
            case CELL_START, PLAIN, AFTER_QUOTE -> parse(line.number(), line.text());
        };
    }

    /** Joins the lines of a record with a cell of several lines. */
    private Record joined(Line first) throws IOException {
        var taken = new ArrayList<Line>();
        var text = new StringBuilder(first.text());
        State state = State.QUOTED;
        while (state == State.QUOTED && taken.size() < MAX_LINES && text.length() < MAX_CHARACTERS) {
            Line line = line();
            if (line == null) {
                break;
            }
            taken.add(line);
            if (line.problem() != null) {
                break;
            }
            text.append('\n').append(line.text());
            state = scan(line.text(), State.QUOTED);
        }
        if (state == State.QUOTED || state == State.MALFORMED) {
            taken.reversed().forEach(ahead::addFirst);
            return malformed(first.number());
        }
        return parse(first.number(), text.toString());
    }

    private static Record malformed(long line) {
        String problem =
                "row: must close a quoted cell with a quote before a comma or line end (and write a quote inside it "
                        + "twice), was not closed so";
        return new Record(line, List.of(), problem);
    }

    private static Record parse(long line, String text) {
        try {
            return new Record(line, PARSER.ofSingleCsvRecord(text).getFields(), null);
        } catch (CsvParseException e) {
            return new Record(line, List.of(), "row: must be CSV as in RFC 4180, was not: " + e.getMessage());
        }
    }

    private @Nullable Line line() throws IOException {
        Line line = ahead.poll();
        return line == null ? lines.next() : line;
    }

    private static State scan(String text, State start) {
        State state = start;
        for (int i = 0; i < text.length() && state != State.MALFORMED; i++) {
            char c = text.charAt(i);
            state = switch (state) {
                case CELL_START -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.PLAIN;
                case PLAIN -> c == ',' ? State.CELL_START : State.PLAIN;
                case QUOTED -> c == '"' ? State.AFTER_QUOTE : State.QUOTED;
                case AFTER_QUOTE -> c == '"' ? State.QUOTED : c == ',' ? State.CELL_START : State.MALFORMED;
                case MALFORMED -> State.MALFORMED;
            };
        }
        return state;
    }
}
