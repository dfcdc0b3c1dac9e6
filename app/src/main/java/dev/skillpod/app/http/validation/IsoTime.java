package dev.skillpod.app.http.validation;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as RFC 3339 writes them: ISO 8601 with an offset from UTC. */
public final class IsoTime {
    /** What java.time does not read, though RFC 3339 allows it: offsets beyond 18 hours and the leap second. */
    private static final Pattern UNUSUAL = Pattern.compile(
            "(\\d{4}-\\d\\d-\\d\\d[Tt]\\d\\d:\\d\\d):([0-5]\\d|60)(\\.\\d{1,9})?(?:[Zz]|([+-])([01]\\d|2[0-3]):([0-5]\\d))");

    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private IsoTime() {}

    /**
     * Returns the instant, truncated to the microseconds that the store keeps. A leap second is the second before it.
     *
     * @throws DateTimeException when the text is no such time, has no offset, or its year is not in [1, 9999]
     */
    public static Instant instant(String text) {
        Instant instant;
        try {
            instant = OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            instant = unusual(text, e);
        }
        if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
            throw new DateTimeException("must be in the years 1 to 9999, was " + instant);
        }
        return instant.truncatedTo(ChronoUnit.MICROS);
    }

    private static Instant unusual(String text, DateTimeException cause) {
        Matcher parts = UNUSUAL.matcher(text);
        if (!parts.matches()) {
            throw cause;
        }
        String second = parts.group(2).equals("60") ? "59" : parts.group(2);
        String fraction = parts.group(3) == null ? "" : parts.group(3);
        var local = LocalDateTime.parse(parts.group(1) + ":" + second + fraction);
        long minutes =
                parts.group(4) == null ? 0 : Integer.parseInt(parts.group(5)) * 60L + Integer.parseInt(parts.group(6));
        return local.toInstant(ZoneOffset.UTC).plusSeconds(("-".equals(parts.group(4)) ? 60 : -60) * minutes);
    }
}
