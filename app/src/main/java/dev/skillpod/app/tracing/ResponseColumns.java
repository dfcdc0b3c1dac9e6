package dev.skillpod.app.tracing;

import dev.skillpod.app.log.FieldReader;
import dev.skillpod.app.log.IdIndex;
import dev.skillpod.core.tracing.Question;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Where a file of responses has its columns, by its header line. Columns may come in any order; others are ignored.
 *
 * <p>{@code user_id}, {@code item_id}, {@code correct} and {@code skill_id} must be there. {@code timestamp} (unix seconds; 0 or
 * empty is unknown) may be. An item with several skills names them in one field, joined by commas, semicolons or {@code ~~}; an
 * empty field is an item without skills.
 */
final class ResponseColumns {
    private static final double LATEST = 253_402_300_800.0;
    private static final String SEPARATORS = "~~|[,;]";

    private final FieldReader reader;
    private final int user;
    private final int item;
    private final int correct;
    private final int skill;
    private final int time;

    private ResponseColumns(FieldReader reader, List<String> header) {
        this.reader = reader;
        user = required(header, "user_id");
        item = required(header, "item_id");
        correct = required(header, "correct");
        skill = required(header, "skill_id");
        time = header.indexOf("timestamp");
    }

    /** Reads the header line. */
    static ResponseColumns read(FieldReader reader) {
        String[] header = reader.next()
                .orElseThrow(() -> new IllegalArgumentException(
                        reader.where() + ": must be a header with user_id, item_id, correct, skill_id, had no line"));
        return new ResponseColumns(reader, Arrays.asList(header));
    }

    private int required(List<String> header, String name) {
        int at = header.indexOf(name);
        if (at < 0) {
            throw reader.wrong(
                    name,
                    "in the header, tab-separated, among user_id, item_id, correct, skill_id",
                    String.join(" ", header));
        }
        if (at != header.lastIndexOf(name)) {
            throw reader.wrong(name, "in the header once", String.join(" ", header));
        }
        return at;
    }

    String user(String[] row) {
        return reader.required(row, user, "user_id");
    }

    boolean correct(String[] row) {
        String text = reader.required(row, correct, "correct");
        return switch (text) {
            case "1", "1.0" -> true;
            case "0", "0.0" -> false;
            default -> throw reader.wrong("correct", "0 or 1", text);
        };
    }

    Question question(String[] row, IdIndex items, IdIndex skills) {
        int number = items.add(reader.required(row, item, "item_id"));
        int[] asked = Stream.of((skill < row.length ? row[skill] : "").split(SEPARATORS))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .mapToInt(skills::add)
                .distinct()
                .toArray();
        return Question.of(number, asked, time(row));
    }

    private long time(String[] row) {
        String text = time >= 0 && time < row.length ? row[time] : "";
        if (text.isEmpty()) {
            return Question.NO_TIME;
        }
        String legal = "unix seconds in [0, 253402300800] or empty";
        try {
            double seconds = Double.parseDouble(text);
            if (seconds >= 0 && seconds <= LATEST) {
                return (long) seconds;
            }
        } catch (NumberFormatException e) {
            throw reader.wrong("timestamp", legal, text);
        }
        throw reader.wrong("timestamp", legal, text);
    }
}
