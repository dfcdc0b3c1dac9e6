package dev.skillpod.app.evaluation;

import dev.skillpod.core.evaluation.Bootstrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * One table of measurements, for a person to read and to paste into a page. Immutable.
 *
 * @param title what was measured, on which data
 * @param notes sentences below the title: protocol, published figures, what to keep in mind
 * @param columns headings
 * @param rows as many cells each as there are columns; the naive baseline is among them
 */
public record EvaluationTable(String title, List<String> notes, List<String> columns, List<List<String>> rows) {
    public EvaluationTable {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
        for (List<String> row : rows) {
            if (row.size() != columns.size()) {
                throw new IllegalArgumentException(
                        "a row must have " + columns.size() + " cells, had " + row.size() + ": " + row);
            }
        }
    }

    /**
     * Returns a mean and its interval as every table writes them: {@code mean [lower, upper]}.
     *
     * @param number the format of each of the three numbers
     */
    static String interval(String number, Bootstrap.Interval value) {
        return String.format(
                Locale.ROOT, number + " [" + number + ", " + number + "]", value.mean(), value.lower(), value.upper());
    }

    /** Returns the table in Markdown, padded so that it reads well unrendered. */
    public String markdown() {
        int[] widths = IntStream.range(0, columns.size())
                .map(c -> Math.max(
                        3,
                        Math.max(
                                columns.get(c).length(),
                                rows.stream()
                                        .mapToInt(row -> row.get(c).length())
                                        .max()
                                        .orElse(0))))
                .toArray();
        var lines = new ArrayList<String>();
        lines.add("## " + title);
        lines.add("");
        if (!notes.isEmpty()) {
            lines.addAll(notes);
            lines.add("");
        }
        lines.add(line(columns, widths));
        lines.add(line(IntStream.of(widths).mapToObj("-"::repeat).toList(), widths));
        rows.forEach(row -> lines.add(line(row, widths)));
        return String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells, int[] widths) {
        return IntStream.range(0, cells.size())
                .mapToObj(
                        c -> cells.get(c) + " ".repeat(widths[c] - cells.get(c).length()))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }
}
