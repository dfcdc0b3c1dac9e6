package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.serving.Excerpt;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.exc.MismatchedInputException;

/** A JSON value that a field cannot take; the message says what it can take, and what was found. */
public final class JsonValueException extends MismatchedInputException {
    private final ErrorCode code;

    JsonValueException(JsonParser parser, ErrorCode code, String message) {
        super(parser, message);
        this.code = code;
    }

    /** A value of another JSON type. */
    public static JsonValueException wrongType(JsonParser parser, String wanted) {
        return new JsonValueException(parser, ErrorCode.WRONG_TYPE, "must be " + wanted + ", was " + found(parser));
    }

    /** Says what kind of wrong it is. */
    ErrorCode code() {
        return code;
    }

    /** Describes the current value: numbers and short strings literally, structures by kind. */
    static String found(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) {
            return "nothing";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT, PROPERTY_NAME -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> '"' + Excerpt.of(parser.getString()) + '"';
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Excerpt.of(parser.getString());
            case VALUE_TRUE -> "true";
            case VALUE_FALSE -> "false";
            case VALUE_NULL -> "null";
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> "something else";
        };
    }
}
