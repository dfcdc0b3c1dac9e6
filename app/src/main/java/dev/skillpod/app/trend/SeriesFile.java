package dev.skillpod.app.trend;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.core.trend.GappySeries;
import dev.skillpod.core.trend.TimeSeries;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Series read from a file: one per row, {@code id,v1,v2,…}, oldest first, of any lengths; an empty field is a missing value.
 *
 * @param ids as in the file, in its order
 * @param series one per id, each with at least one value
 */
public record SeriesFile(List<String> ids, List<GappySeries> series) {
    private static final int MOST_FIELDS = 1_000_000;
    private static final double GREATEST = 1e100;

    /**
     * Reads a file; {@code .gz} is read as well.
     *
     * @param frequency steps in a season, in [1, {@value TimeSeries#MAX_FREQUENCY}]
     * @throws IllegalArgumentException naming line, field, legal and found value, when it is not such a file
     */
    public static SeriesFile read(Path file, int frequency) {
        var ids = new ArrayList<String>();
        var series = new ArrayList<GappySeries>();
        try (FieldReader reader = FieldReader.open(file, MOST_FIELDS)) {
            for (Optional<String[]> row = reader.next(); row.isPresent(); row = reader.next()) {
                String[] fields = row.get();
                ids.add(reader.required(fields, 0, "id"));
                series.add(series(reader, fields, frequency));
            }
        }
        if (ids.isEmpty()) {
            throw new IllegalArgumentException("file '" + file + "' must hold at least one series, was empty");
        }
        return new SeriesFile(ids, series);
    }

    private static GappySeries series(FieldReader reader, String[] fields, int frequency) {
        double[] values = new double[fields.length - 1];
        for (int i = 0; i < values.length; i++) {
            values[i] = fields[i + 1].isEmpty() ? Double.NaN : number(reader, "v" + (i + 1), fields[i + 1]);
        }
        GappySeries series = GappySeries.of(values, frequency);
        if (series.observed() == 0) {
            throw reader.wrong("values", "at least one number", "none of " + values.length);
        }
        return series;
    }

    private static double number(FieldReader reader, String name, String text) {
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException notANumber) {
            value = Double.NaN;
        }
        if (!(Math.abs(value) <= GREATEST)) {
            throw reader.wrong(name, "a number within ±1e100, or empty for a missing value", text);
        }
        return value;
    }
}
