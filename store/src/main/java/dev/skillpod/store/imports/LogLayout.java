package dev.skillpod.store.imports;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import dev.skillpod.store.imports.LineReader.Line;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a log writes its rows, recognised from its first 1,000 lines.
 *
 * @param separator what stands between cells
 * @param header whether the first line names the columns
 * @param user the place of the user
 * @param item the place of the item
 * @param value the place of the value, or -1
 * @param time the place of the time, or -1
 * @param width how many cells a row has
 * @param values what the values mean
 */
record LogLayout(
        Separator separator, boolean header, int user, int item, int value, int time, int width, LogValues values) {
    /** What stands between cells. */
    enum Separator {
        TAB("\t"),
        DOUBLE_COLON("::"),
        COMMA(","),
        BLANKS("\\s+");

        private static final CsvReader.CsvReaderBuilder CSV = CsvReader.builder();
        private final Pattern pattern;

        Separator(String pattern) {
            this.pattern = Pattern.compile(pattern);
        }

        /** Returns the cells of a line without surrounding blanks. */
        List<String> split(String line) {
            if (this == COMMA && line.indexOf('"') >= 0) {
                try {
                    return CSV.ofSingleCsvRecord(line).getFields();
                } catch (CsvParseException e) {
                    return List.of(line);
                }
            }
            String[] cells = pattern.split(this == BLANKS ? line.strip() : line, -1);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].strip();
            }
            return Arrays.asList(cells);
        }

        static Separator of(String line) {
            if (line.indexOf('\t') >= 0) {
                return TAB;
            }
            if (line.contains("::")) {
                return DOUBLE_COLON;
            }
            return line.indexOf(',') >= 0 ? COMMA : BLANKS;
        }
    }

    private static final int SAMPLE = 1_000;
    private static final double TIMES_FROM = 1e8;
    private static final Set<String> USERS =
            Set.of("user", "user_id", "userid", "uid", "learner", "learner_id", "student", "student_id");
    private static final Set<String> ITEMS = Set.of(
            "item",
            "item_id",
            "itemid",
            "iid",
            "content",
            "content_id",
            "course",
            "course_id",
            "movie",
            "movie_id",
            "movieid",
            "product_id");
    private static final Set<String> VALUES =
            Set.of("value", "rating", "score", "progress", "count", "weight", "label");
    private static final Set<String> TIMES = Set.of("time", "timestamp", "unix_time", "ts", "date");

    /**
     * Recognises the layout; {@code meaning} decides what values mean unless it is AUTO.
     *
     * @throws ImportException when the file holds no row of a log
     */
    static LogLayout of(String file, LineReader lines, LogValues meaning) throws IOException {
        var sample = new ArrayList<String>();
        for (Line line = lines.next(); line != null && sample.size() < SAMPLE; line = lines.next()) {
            if (line.problem() == null && !line.text().isBlank()) {
                sample.add(line.text());
            }
        }
        if (sample.isEmpty()) {
            throw new ImportException(file + ": must have rows \"user item [value [time]]\", has none");
        }
        var separator = Separator.of(sample.getFirst());
        List<String> names = separator.split(sample.getFirst()).stream()
                .map(name -> name.replaceFirst(":.*", "").toLowerCase(Locale.ROOT))
                .toList();
        boolean header = USERS.contains(names.getFirst());
        List<List<String>> rows =
                sample.stream().skip(header ? 1 : 0).map(separator::split).toList();
        LogLayout layout = header ? named(file, separator, names) : plain(file, separator, rows);
        return layout.with(meaning == LogValues.AUTO ? layout.meaning(rows) : meaning);
    }

    private static LogLayout named(String file, Separator separator, List<String> names) {
        int item = place(names, ITEMS);
        if (item < 0) {
            throw new ImportException(file + ":1: header: must name an item column (" + String.join(", ", sorted(ITEMS))
                    + "), was " + String.join(", ", names));
        }
        return new LogLayout(
                separator, true, 0, item, place(names, VALUES), place(names, TIMES), names.size(), LogValues.AUTO);
    }

    /** Without a header: user, item, value, time; a third and last column of large numbers only is the time. */
    private static LogLayout plain(String file, Separator separator, List<List<String>> rows) {
        Map<Integer, Long> widths = rows.stream().collect(Collectors.groupingBy(List::size, Collectors.counting()));
        int columns =
                Collections.max(widths.entrySet(), Map.Entry.comparingByValue()).getKey();
        if (columns < 2 || columns > 4) {
            throw new ImportException(
                    file + ": row: must have 2 to 4 columns \"user item [value [time]]\", most rows have " + columns);
        }
        boolean timed =
                columns == 3 && rows.stream().allMatch(row -> row.size() != 3 || number(row.get(2)) >= TIMES_FROM);
        int value = columns < 3 || timed ? -1 : 2;
        int time = timed ? 2 : columns > 3 ? 3 : -1;
        return new LogLayout(separator, false, 0, 1, value, time, columns, LogValues.AUTO);
    }

    private LogLayout with(LogValues meaning) {
        return new LogLayout(separator, header, user, item, value, time, width, meaning);
    }

    private LogValues meaning(List<List<String>> rows) {
        return LogValues.of(rows.stream()
                .filter(row -> value >= 0 && row.size() > value)
                .map(row -> number(row.get(value)))
                .filter(Double::isFinite)
                .toList());
    }

    /** Returns the number, or NaN. */
    static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static int place(List<String> names, Set<String> known) {
        for (int i = 0; i < names.size(); i++) {
            if (known.contains(names.get(i))) {
                return i;
            }
        }
        return -1;
    }

    private static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
