package dev.skillpod.app.log;

import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * A file of interactions, {@code user item [value [unix time]]} per row, as a log with the ids behind its numbers.
 *
 * <p>Any row says that the user has the item, whatever the value; the value must be a number and is not used further. A
 * time of 0 or an empty one is unknown. Where no row has a time, the order of a user's rows counts as their order in time,
 * unless nearly all of them ascend or descend by item id: such a file was sorted, and its histories are taken as sets.
 * A first line such as {@code user_id item_id rating} is a header and is left out; the format asks for none.
 *
 * @param log the interactions
 * @param users ids of the log's users
 * @param items ids of the log's items
 */
public record InteractionFile(InteractionLog log, IdIndex users, IdIndex items) {
    private static final int FIELDS = 4;
    private static final int REPORT_EVERY = 100_000;
    private static final double LATEST = 253_402_300_800.0;
    private static final Pattern HEADER_USER = Pattern.compile("(?i)(user|learner|visitor)[ _]?(id)?(:token)?");
    private static final Pattern HEADER_ITEM =
            Pattern.compile("(?i)(item|course|content|product|movie)[ _]?(id)?(:token)?");

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException when a row is not as described, or there is none
     */
    public static InteractionFile read(Path file, Progress progress) {
        var users = new IdIndex();
        var items = new IdIndex();
        var builder = new InteractionLogBuilder();
        var sorting = new SortedIds();
        try (FieldReader reader = FieldReader.open(file, FIELDS)) {
            for (String[] row = next(reader); row.length > 0; row = next(reader)) {
                if (reader.line() == 1 && isHeader(row)) {
                    progress.report("skipping the header line", 0, 0);
                    continue;
                }
                int user = users.add(reader.required(row, 0, "user"));
                String item = reader.required(row, 1, "item");
                if (row.length > 2) {
                    number(reader, row[2], "value", "a finite number or empty", -Double.MAX_VALUE, Double.MAX_VALUE);
                }
                double time = row.length > 3
                        ? number(
                                reader,
                                row[3],
                                "unix time",
                                "seconds since 1970 in [0, 253402300800] or empty",
                                0,
                                LATEST)
                        : 0;
                builder.add(user, items.add(item), time == 0 ? InteractionLog.NO_TIME : (long) time);
                sorting.add(user, item);
                if (builder.size() % REPORT_EVERY == 0) {
                    progress.report("reading " + file.getFileName(), builder.size(), 0);
                }
            }
            if (builder.size() == 0) {
                throw new IllegalArgumentException(
                        "file '" + file + "' must have at least one row of user and item, had none");
            }
        }
        return new InteractionFile(builder.build(!sorting.sorted()), users, items);
    }

    private static String[] next(FieldReader reader) {
        return reader.next().orElse(new String[0]);
    }

    /** Whether a row names its columns, as in {@code user_id:token item_id:token}; no id says "user" and "item". */
    private static boolean isHeader(String[] row) {
        return row.length > 1
                && HEADER_USER.matcher(row[0]).matches()
                && HEADER_ITEM.matcher(row[1]).matches();
    }

    private static double number(
            FieldReader reader, String text, String field, String legal, double least, double most) {
        if (text.isEmpty()) {
            return 0;
        }
        try {
            double value = Double.parseDouble(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw reader.wrong(field, legal, text);
        }
        throw reader.wrong(field, legal, text);
    }
}
