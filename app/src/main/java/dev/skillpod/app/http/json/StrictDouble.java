package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a number that a double can hold: not {@code 1e400}, and not {@code "0.5"}. */
final class StrictDouble extends StdScalarDeserializer<Double> {
    StrictDouble() {
        super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_NUMBER_INT && token != JsonToken.VALUE_NUMBER_FLOAT) {
            throw JsonValueException.wrongType(parser, "a number");
        }
        double value = parser.getDoubleValue();
        if (Double.isInfinite(value)) {
            throw new JsonValueException(
                    parser,
                    ErrorCode.OUT_OF_RANGE,
                    "must be a number in [-1.8e308, 1.8e308], was " + JsonValueException.found(parser));
        }
        return value;
    }
}
