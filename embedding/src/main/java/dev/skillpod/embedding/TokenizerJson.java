package dev.skillpod.embedding;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** Reads the vocabulary out of a Hugging Face {@code tokenizer.json}, whose other settings are BERT's and known. */
final class TokenizerJson {
    private TokenizerJson() {}

    /**
     * Reads {@code model.vocab}.
     *
     * @throws IOException when the file is not JSON or has no vocabulary of a WordPiece model
     */
    static Map<String, Integer> vocabulary(InputStream json) throws IOException {
        var vocabulary = new HashMap<String, Integer>(65_536);
        String modelType = "";
        try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
            if (enter(parser, "model")) {
                while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                    String name = parser.currentName();
                    parser.nextToken();
                    switch (name) {
                        case "type" -> modelType = parser.getString();
                        case "vocab" -> readVocabulary(parser, vocabulary);
                        default -> parser.skipChildren();
                    }
                }
            }
        } catch (JacksonException e) {
            throw new IOException("tokenizer file is not the JSON expected: " + e.getOriginalMessage(), e);
        }
        if (!modelType.equals("WordPiece") || vocabulary.isEmpty()) {
            throw new IOException("tokenizer file must hold a WordPiece vocabulary, held type '" + modelType + "' with "
                    + vocabulary.size() + " pieces");
        }
        return vocabulary;
    }

    /** Moves into the object under a property of the root; false when there is none. */
    private static boolean enter(JsonParser parser, String property) {
        parser.nextToken();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            if (name.equals(property)) {
                return parser.currentToken() == JsonToken.START_OBJECT;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static void readVocabulary(JsonParser parser, Map<String, Integer> vocabulary) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String piece = parser.currentName();
            parser.nextToken();
            vocabulary.put(piece, parser.getIntValue());
        }
    }
}
