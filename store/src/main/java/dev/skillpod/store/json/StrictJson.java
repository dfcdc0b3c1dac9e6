package dev.skillpod.store.json;

import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads JSON that says one thing only: duplicate keys, text after the value, NaN, comments and nesting deeper than 32 are
 * errors. Thread-safe.
 */
public final class StrictJson {
    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder().maxNestingDepth(32).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictJson() {}

    /** Reads one JSON object; the error of anything else is that of a field named {@code row}. */
    public static Checked<ObjectNode> object(String text) {
        try {
            JsonNode node = MAPPER.readTree(text);
            if (node instanceof ObjectNode object) {
                return new Checked.Valid<>(object);
            }
            return invalid("must be a JSON object", node.isMissingNode() ? "" : Texts.shown(node));
        } catch (JacksonException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at column " + e.getLocation().getColumnNr();
            return invalid("must be valid JSON", problem(e) + place);
        }
    }

    private static String problem(JacksonException e) {
        String text = e.getOriginalMessage();
        return "not: "
                + Texts.quoted(
                        text == null ? "malformed" : text.lines().findFirst().orElse("malformed"));
    }

    private static Checked<ObjectNode> invalid(String rule, String found) {
        return new Checked.Invalid<>(List.of(new FieldError("row", rule, found)));
    }
}
