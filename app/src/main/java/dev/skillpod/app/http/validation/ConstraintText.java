package dev.skillpod.app.http.validation;

import dev.skillpod.app.serving.Excerpt;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Writes what a constraint asks for and what was found instead. */
final class ConstraintText {
    private ConstraintText() {}

    static String of(Annotation constraint, @Nullable Object value) {
        return switch (constraint) {
            case NotNull n -> "is required, was missing or null";
            case InRange range -> "must be in " + RangeText.of(range) + ", was " + number(value);
            case Size size -> "must have " + count(size) + " entries, had " + size(value);
            case OneOf oneOf -> "must be one of " + names(oneOf) + ", was " + quoted(value);
            case Timestamp t ->
                "must be an ISO 8601 time with an offset, such as 2026-05-01T12:30:00Z, was " + quoted(value);
            case CalendarMonth m -> "must be a month of the years 1900 to 2199, such as 2026-05, was " + quoted(value);
            case CurrencyCode c ->
                "must be the three capital letters of a currency (ISO 4217), such as EUR, was " + quoted(value);
            case WebAddress w ->
                "must be an absolute http or https address of at most %d characters, was %s"
                        .formatted(WebAddress.MAX, quoted(value));
            case Text text -> text(text, value);
            default -> "must be legal, was " + quoted(value);
        };
    }

    private static String text(Text text, @Nullable Object value) {
        String string = String.valueOf(value);
        int length = Characters.count(string);
        if (length > text.max()) {
            return "must have " + (text.blank() ? "at most " : "1 to ") + text.max() + " characters, had " + length;
        }
        return "must have 1 to %d characters, one of them visible and none a control character, was %s"
                .formatted(text.max(), quoted(value));
    }

    private static String number(@Nullable Object value) {
        return value instanceof Number number ? RangeText.number(number.doubleValue()) : String.valueOf(value);
    }

    private static String count(Size size) {
        return size.min() == 0 ? "at most " + size.max() : size.min() + " to " + size.max();
    }

    private static int size(@Nullable Object value) {
        return value instanceof Collection<?> collection ? collection.size() : 0;
    }

    private static String names(OneOf oneOf) {
        return Arrays.stream(oneOf.value().getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
    }

    private static String quoted(@Nullable Object value) {
        return '"' + Excerpt.of(String.valueOf(value)) + '"';
    }
}
