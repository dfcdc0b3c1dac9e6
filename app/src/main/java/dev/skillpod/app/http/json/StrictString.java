package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.deser.std.StdScalarDeserializer;

/** Reads a string that is real text: without NUL and without halves of surrogate pairs, which no database could keep. */
final class StrictString extends StdScalarDeserializer<String> {
    StrictString() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) {
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw JsonValueException.wrongType(parser, "a string");
        }
        String text = parser.getString();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw malformed(parser, "must not contain the character U+0000, did at position " + i);
            }
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    throw malformed(
                            parser,
                            "must not contain half of a surrogate pair, had U+%04X at position %d"
                                    .formatted((int) c, i));
                }
                i++;
            }
        }
        return text;
    }

    private static JsonValueException malformed(JsonParser parser, String message) {
        return new JsonValueException(parser, ErrorCode.MALFORMED, message);
    }
}
