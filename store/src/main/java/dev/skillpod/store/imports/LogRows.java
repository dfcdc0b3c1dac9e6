package dev.skillpod.store.imports;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.store.json.Checked;
import dev.skillpod.store.json.FieldError;
import dev.skillpod.store.json.Fields;
import dev.skillpod.store.json.Range;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of a log into events: a rating into COMPLETE and RATE at the same instant, a part done into PROGRESS (COMPLETE
 * when it is 1), anything else into COMPLETE. Not thread-safe.
 */
final class LogRows {
    /** A unix time in seconds until the year 2200, or in milliseconds until then. */
    private static final Range TIME = Range.closed(0, 7_258_118_400_000.0);

    /** Larger times are milliseconds: as seconds they would lie after the year 5000. */
    private static final double MILLISECONDS_FROM = 1e11;

    private static final double LAST_SECOND = 7_258_118_400.0;
    private static final Range RATING = Range.closed(0.5, 5);
    private static final Range POSITIVE = new Range(0, false, Double.MAX_VALUE);

    private final LogLayout layout;
    private final String tenant;
    private final Map<String, Integer> columns = new HashMap<>();

    LogRows(LogLayout layout, String tenant) {
        this.layout = layout;
        this.tenant = tenant;
        column("user", layout.user());
        column("item", layout.item());
        column("value", layout.value());
        column("time", layout.time());
    }

    /** Returns the events of a line. */
    Checked<List<LearnerEvent>> events(String line) {
        List<String> cells = layout.separator().split(line);
        if (cells.size() != layout.width()) {
            String rule = "must have " + layout.width() + " columns like the others";
            return new Checked.Invalid<>(List.of(new FieldError("row", rule, "one of " + cells.size())));
        }
        Fields row = Fields.of(new CsvRow(columns, cells));
        String user = row.id("user");
        String item = row.id("item");
        Instant time = time(row);
        Double value = value(row);
        return row.check(() -> events(user, item, time, value));
    }

    private List<LearnerEvent> events(String user, String item, Instant time, @Nullable Double value) {
        var learner = new LearnerKey(tenant, user);
        String id = "log-" + StableId.of(user, item, Long.toString(time.toEpochMilli()));
        var done = event(id, learner, time, EngagementType.COMPLETE, item, null, null);
        if (value == null) {
            return List.of(done);
        }
        return switch (layout.values()) {
            case RATING -> {
                int stars = Math.max(1, (int) Math.round(value));
                yield List.of(done, event(id + "-rate", learner, time, EngagementType.RATE, item, null, stars));
            }
            case PROGRESS ->
                value < 1
                        ? List.of(event(id, learner, time, EngagementType.PROGRESS, item, value, null))
                        : List.of(done);
            case IMPLICIT, AUTO -> List.of(done);
        };
    }

    private static LearnerEvent event(
            String id,
            LearnerKey learner,
            Instant time,
            EngagementType type,
            String item,
            @Nullable Double progress,
            @Nullable Integer rating) {
        return new Engagement(id, learner, time, type, item, null, null, null, progress, rating);
    }

    /** A missing time and time 0 are unknown, dated 1970-01-01. */
    private static Instant time(Fields row) {
        Double time = row.optionalNumber("time", TIME);
        if (time == null) {
            return Instant.EPOCH;
        }
        if (time > LAST_SECOND && time <= MILLISECONDS_FROM) {
            row.reject("time", "must be unix seconds or milliseconds before the year 2200", time.toString());
        }
        return Instant.ofEpochMilli(Math.round(time > MILLISECONDS_FROM ? time : time * 1_000));
    }

    private @Nullable Double value(Fields row) {
        if (layout.value() < 0) {
            return null;
        }
        return switch (layout.values()) {
            case RATING -> row.number("value", RATING);
            case PROGRESS -> row.number("value", Range.UNIT);
            case IMPLICIT, AUTO -> row.number("value", POSITIVE);
        };
    }

    private void column(String name, int place) {
        if (place >= 0) {
            columns.put(name, place);
        }
    }
}
