package dev.skillpod.app.http.openapi;

import dev.skillpod.app.http.validation.CalendarMonth;
import dev.skillpod.app.http.validation.CurrencyCode;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.Timestamp;
import dev.skillpod.app.http.validation.WebAddress;
import io.swagger.v3.oas.models.media.Schema;
import jakarta.validation.constraints.Size;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;

/** Writes constraints into schemas. */
final class ConstraintSchemas {
    /** Ids, names and titles: something to see, and no control characters. */
    static final String NAME = "^[^\\x00-\\x1f\\x7f-\\x9f]*[^\\s\\x00-\\x1f\\x7f-\\x9f][^\\x00-\\x1f\\x7f-\\x9f]*$";

    static final String NAME_OR_EMPTY = "^(" + NAME.substring(1, NAME.length() - 1) + ")?$";

    /** As long as {@code 2026-05-01T12:30Z}. */
    private static final int SHORTEST_TIME = 17;

    private static final String TEXT = "^[^\\x00]*$";

    private ConstraintSchemas() {}

    /** Writes the constraints that stand at {@code element} into its schema. */
    static void apply(Schema<?> schema, AnnotatedElement element) {
        for (Annotation annotation : element.getAnnotations()) {
            switch (annotation) {
                case InRange range -> range(schema, range);
                case OneOf oneOf -> names(schema, oneOf);
                case Text text -> text(schema, text);
                case Timestamp t -> {
                    schema.setFormat("date-time");
                    schema.setMinLength(SHORTEST_TIME);
                }
                case CalendarMonth m -> schema.setPattern(CalendarMonth.PATTERN);
                case CurrencyCode c -> schema.setPattern(CurrencyCode.PATTERN);
                case WebAddress w -> {
                    schema.setPattern(WebAddress.PATTERN);
                    schema.setMaxLength(WebAddress.MAX);
                }
                case Size size -> {
                    schema.setMinItems(size.min() == 0 ? null : size.min());
                    schema.setMaxItems(size.max());
                    schema.setMinLength(null);
                    schema.setMaxLength(null);
                }
                default -> {}
            }
        }
    }

    private static void range(Schema<?> schema, InRange range) {
        if (range.fromExclusive()) {
            schema.setExclusiveMinimumValue(number(range.from()));
        } else {
            schema.setMinimum(number(range.from()));
        }
        schema.setMaximum(number(range.to()));
    }

    private static void text(Schema<?> schema, Text text) {
        schema.setMinLength(text.blank() ? null : 1);
        schema.setMaxLength(text.max());
        schema.setPattern(text.blank() ? TEXT : NAME);
    }

    @SuppressWarnings("unchecked")
    private static void names(Schema<?> schema, OneOf oneOf) {
        List<String> names =
                Arrays.stream(oneOf.value().getEnumConstants()).map(Enum::name).toList();
        ((Schema<String>) schema).setEnum(new java.util.ArrayList<>(names));
    }

    private static BigDecimal number(double value) {
        return value == Math.rint(value) ? BigDecimal.valueOf((long) value) : BigDecimal.valueOf(value);
    }
}
