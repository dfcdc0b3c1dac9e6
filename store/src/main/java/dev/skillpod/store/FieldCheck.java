package dev.skillpod.store;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Refuses what PostgreSQL cannot hold or the schema forbids, with the record's place and the field's name, so that callers
 * never see an SQL error for a bad value. Made per record; not thread-safe.
 */
final class FieldCheck {
    static final int MAX_ID_LENGTH = 200;
    static final int MAX_TEXT_LENGTH = 100_000;
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private int index;

    FieldCheck at(int recordIndex) {
        index = recordIndex;
        return this;
    }

    InvalidRecordException refuse(String field, String problem) {
        return new InvalidRecordException(index, field, problem);
    }

    FieldCheck id(String field, @Nullable String value) {
        if (value == null || value.isEmpty()) {
            throw refuse(field, "must not be empty");
        }
        return length(field, value, MAX_ID_LENGTH);
    }

    FieldCheck optionalId(String field, @Nullable String value) {
        return value == null ? this : id(field, value);
    }

    FieldCheck ids(String field, @Nullable List<String> values) {
        if (values == null) {
            throw refuse(field, "must not be null");
        }
        values.forEach(value -> id(field, value));
        return this;
    }

    FieldCheck text(String field, @Nullable String value) {
        if (value == null) {
            throw refuse(field, "must not be null");
        }
        return length(field, value, MAX_TEXT_LENGTH);
    }

    FieldCheck optionalText(String field, @Nullable String value) {
        return value == null ? this : length(field, value, MAX_TEXT_LENGTH);
    }

    FieldCheck texts(String field, List<String> values) {
        values.forEach(value -> text(field, value));
        return this;
    }

    FieldCheck present(String field, @Nullable Object value) {
        if (value == null) {
            throw refuse(field, "must not be null");
        }
        return this;
    }

    /** Accepts values in [low, high]; refuses NaN. */
    FieldCheck range(String field, @Nullable Number value, double low, double high) {
        if (value != null && !(value.doubleValue() >= low && value.doubleValue() <= high)) {
            throw refuse(field, "must be in [" + plain(low) + ", " + plain(high) + "], was " + value);
        }
        return this;
    }

    /** Accepts values in (0, 1]; refuses NaN. */
    FieldCheck share(String field, @Nullable Double value) {
        if (value != null && !(value > 0 && value <= 1)) {
            throw refuse(field, "must be in (0, 1], was " + value);
        }
        return this;
    }

    FieldCheck atLeast(String field, @Nullable Number value, double low) {
        if (value != null && !(value.doubleValue() >= low && Double.isFinite(value.doubleValue()))) {
            throw refuse(field, "must be at least " + plain(low) + ", was " + value);
        }
        return this;
    }

    FieldCheck finite(String field, @Nullable Double value) {
        if (value != null && !Double.isFinite(value)) {
            throw refuse(field, "must be a finite number, was " + value);
        }
        return this;
    }

    FieldCheck time(String field, @Nullable Instant value) {
        present(field, value);
        if (value != null && (value.isBefore(EARLIEST) || value.isAfter(LATEST))) {
            throw refuse(field, "must be in the years 1 to 9999, was " + value);
        }
        return this;
    }

    /** Returns the instant as PostgreSQL keeps it: microseconds, rounded down. */
    static Instant stored(Instant time) {
        return time.truncatedTo(ChronoUnit.MICROS);
    }

    private FieldCheck length(String field, String value, int most) {
        int length = value.length();
        for (int i = 0; i < length; i++) {
            char c = value.charAt(i);
            if (c == 0) {
                throw refuse(field, "must not contain the NUL character, has one at " + i);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == length
                        || !Character.isLowSurrogate(value.charAt(i + 1))) {
                    throw refuse(field, "must be valid Unicode, has a lone surrogate at " + i);
                }
                i++;
            }
        }
        if (length > most && value.codePointCount(0, length) > most) {
            throw refuse(field, "must be at most " + most + " characters long, was " + value.codePointCount(0, length));
        }
        return this;
    }

    private static String plain(double bound) {
        return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
    }
}
