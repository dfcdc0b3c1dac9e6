package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.RangeText;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/**
 * Reads a whole number: {@code 10} and {@code 10.0} (JSON knows no difference), but not {@code 10.5}, {@code "10"} or
 * {@code true}. Looks at the double value only, so that {@code 1e1000000000} costs nothing.
 */
final class StrictInteger extends StdScalarDeserializer<Integer> {
    private final String wanted;

    StrictInteger() {
        this("an integer");
    }

    private StrictInteger(String wanted) {
        super(Integer.class);
        this.wanted = wanted;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        InRange range = property == null ? null : property.getAnnotation(InRange.class);
        return range == null ? this : new StrictInteger("an integer in " + RangeText.of(range));
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw JsonValueException.wrongType(parser, wanted);
        }
        double value = parser.getDoubleValue();
        if (!Double.isInfinite(value) && value != Math.rint(value)) {
            throw JsonValueException.wrongType(parser, wanted);
        }
        if (value < Integer.MIN_VALUE || value > Integer.MAX_VALUE) {
            String range = wanted.contains("[") ? wanted : wanted + " in [-2147483648, 2147483647]";
            throw new JsonValueException(
                    parser, ErrorCode.OUT_OF_RANGE, "must be " + range + ", was " + JsonValueException.found(parser));
        }
        return (int) value;
    }
}
