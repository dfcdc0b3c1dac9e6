package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import java.util.Collection;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.exc.MismatchedInputException;

/** Says in the caller's terms why JSON could not be read. */
public final class JsonErrors {
    private static final int LONGEST = 200;

    private JsonErrors() {}

    /** Returns the field, by its path in the document, and what is wrong with it. */
    public static FieldError of(JacksonException exception) {
        String field = path(exception.getPath());
        return switch (exception) {
            case JsonValueException wrong -> new FieldError(field, wrong.getOriginalMessage(), wrong.code());
            case MismatchedInputException wrong -> new FieldError(field, mismatch(wrong), ErrorCode.WRONG_TYPE);
            case StreamConstraintsException large -> new FieldError(field, constraint(large), ErrorCode.MALFORMED);
            default -> new FieldError(field, malformed(exception), ErrorCode.MALFORMED);
        };
    }

    /** Returns the whole request's problem, for JSON that is one value. */
    public static InvalidRequestException problem(JacksonException exception) {
        FieldError error = of(exception);
        return error.code() == ErrorCode.OUT_OF_RANGE
                ? InvalidRequestException.invalid(List.of(error))
                : InvalidRequestException.malformed(List.of(error));
    }

    private static String path(List<JacksonException.Reference> references) {
        var path = new StringBuilder();
        for (JacksonException.Reference reference : references) {
            if (reference.getPropertyName() == null) {
                path.append('[').append(reference.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(reference.getPropertyName());
            }
        }
        return path.toString();
    }

    private static String mismatch(MismatchedInputException wrong) {
        Class<?> target = wrong.getTargetType();
        if (target == null || wrong.getCurrentToken() == null) {
            return "must not be empty or cut off";
        }
        boolean list = target.isArray() || Collection.class.isAssignableFrom(target);
        String was = switch (wrong.getCurrentToken()) {
            case START_OBJECT, PROPERTY_NAME, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "an array";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "a boolean";
            case VALUE_NULL -> "null";
            default -> "something else";
        };
        if (was.equals(list ? "an array" : "an object")) {
            return "must end here: one JSON value was expected, and more followed";
        }
        return "must be " + (list ? "an array" : "an object") + ", was " + was;
    }

    private static String constraint(StreamConstraintsException large) {
        String message = large.getOriginalMessage();
        if (message.contains("depth")) {
            return "must be nested at most " + JsonConfiguration.MAX_DEPTH + " levels deep";
        }
        return "is too long: " + message.replaceAll(", from .*\\)$", ")");
    }

    private static String malformed(JacksonException exception) {
        var location = exception.getLocation();
        String message = exception.getOriginalMessage();
        String where = location == null || location.getLineNr() < 1
                ? ""
                : " at line " + location.getLineNr() + ", column " + location.getColumnNr();
        String what = exception instanceof StreamReadException ? firstSentence(message) : "not readable";
        return "must be JSON, is malformed" + where + ": " + what;
    }

    private static String firstSentence(String message) {
        String line = message.lines().findFirst().orElse("").replaceFirst("\\s*\\(start marker at .*", "");
        String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + "…" : line;
        return cut.replaceAll("[\\p{Cntrl}\\x{D800}-\\x{DFFF}]", "\uFFFD");
    }
}
