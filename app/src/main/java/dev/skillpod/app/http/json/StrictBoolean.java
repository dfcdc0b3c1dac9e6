package dev.skillpod.app.http.json;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads {@code true} or {@code false}, and nothing that merely looks like it. */
final class StrictBoolean extends StdScalarDeserializer<Boolean> {
    StrictBoolean() {
        super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context) {
        JsonToken token = parser.currentToken();
        if (token != JsonToken.VALUE_TRUE && token != JsonToken.VALUE_FALSE) {
            throw JsonValueException.wrongType(parser, "true or false");
        }
        return token == JsonToken.VALUE_TRUE;
    }
}
