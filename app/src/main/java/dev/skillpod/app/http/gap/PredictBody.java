package dev.skillpod.app.http.gap;

import dev.skillpod.app.http.json.JsonValueException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.annotation.JsonDeserialize;
import tools.jackson.databind.deser.std.StdDeserializer;

/**
 * The body of a prediction: an array of skill ids, as callers always sent it, or an object about one learner.
 *
 * @param skillIds the array, or null
 * @param personal the object, or null
 */
@JsonDeserialize(using = PredictBody.Reader.class)
record PredictBody(
        @Nullable List<@Nullable String> skillIds, @Nullable PredictRequest personal) {

    /** Reads either. */
    static final class Reader extends StdDeserializer<PredictBody> {
        Reader() {
            super(PredictBody.class);
        }

        @Override
        public PredictBody deserialize(JsonParser parser, DeserializationContext context) {
            return switch (parser.currentToken()) {
                case START_ARRAY -> {
                    var list = context.getTypeFactory().constructCollectionType(List.class, String.class);
                    List<@Nullable String> skillIds = context.readValue(parser, list);
                    yield new PredictBody(skillIds, null);
                }
                case START_OBJECT -> new PredictBody(null, context.readValue(parser, PredictRequest.class));
                default -> throw JsonValueException.wrongType(parser, "an array of skill ids or an object");
            };
        }
    }
}
