package dev.skillpod.app.http.json;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.ObjIntConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads many values of one type out of a JSON array or out of NDJSON, telling wrong ones apart by line: the line in the
 * text for NDJSON, the element (from 1) for an array. Thread-safe.
 */
@Component
public class JsonLines {
    /** The most elements of one request. */
    public static final int MOST = 10_000;

    private final JsonMapper mapper;

    JsonLines(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * Reads all elements.
     *
     * @param body the request's body; read to its end
     * @param ndjson whether it is one value per line, blank lines left out, instead of an array
     * @param type the type of an element
     * @param errors where elements that cannot be read are reported
     * @param element receives each element that was read, with its line
     * @throws InvalidRequestException when an array is not JSON at all, or there are none or more than 10,000 elements
     * @throws IOException when the body cannot be read
     */
    public <T> void read(InputStream body, boolean ndjson, Class<T> type, LineErrors errors, ObjIntConsumer<T> element)
            throws IOException {
        int count = ndjson ? readLines(body, type, errors, element) : readArray(body, type, errors, element);
        if (count == 0) {
            throw countOutOfRange("0");
        }
    }

    /** Returns whether a request's body is one value per line. */
    public static boolean isNdjson(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && MediaType.APPLICATION_NDJSON.includes(MediaType.parseMediaType(type));
    }

    private <T> int readArray(InputStream body, Class<T> type, LineErrors errors, ObjIntConsumer<T> element) {
        ObjectReader reader = mapper.readerFor(type).without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
        try (JsonParser parser = reader.createParser(body)) {
            JsonToken first = parser.nextToken();
            if (first != JsonToken.START_ARRAY) {
                throw InvalidRequestException.malformed(List.of(new FieldError(
                        "",
                        first == null
                                ? "must be an array, was nothing"
                                : "must be an array, was " + JsonValueException.found(parser),
                        ErrorCode.WRONG_TYPE)));
            }
            TokenStreamContext array = parser.streamReadContext();
            int line = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (++line > MOST) {
                    throw countOutOfRange("more");
                }
                readElement(reader, parser, array, line, errors, element);
            }
            if (parser.nextToken() != null) {
                throw InvalidRequestException.malformed(List.of(
                        new FieldError("", "must end after the array, and more followed", ErrorCode.MALFORMED)));
            }
            return line;
        } catch (JacksonException e) {
            throw JsonErrors.problem(e);
        }
    }

    @SuppressWarnings("ReferenceEquality") // a context is the place in the document, not a value
    private static <T> void readElement(
            ObjectReader reader,
            JsonParser parser,
            TokenStreamContext array,
            int line,
            LineErrors errors,
            ObjIntConsumer<T> element) {
        try {
            T value = parser.currentToken() == JsonToken.VALUE_NULL ? null : reader.readValue(parser);
            accept(value, line, errors, element);
        } catch (MismatchedInputException e) {
            errors.add(line, JsonErrors.of(e));
            while (parser.streamReadContext() != array) {
                if (parser.nextToken() == null) {
                    throw e;
                }
            }
        }
    }

    private <T> int readLines(InputStream body, Class<T> type, LineErrors errors, ObjIntConsumer<T> element)
            throws IOException {
        ObjectReader reader = mapper.readerFor(type);
        byte[] text = body.readAllBytes();
        int count = 0;
        int line = 0;
        for (int from = 0; from < text.length; ) {
            int end = from;
            while (end < text.length && text[end] != '\n') {
                end++;
            }
            line++;
            if (!blank(text, from, end)) {
                if (++count > MOST) {
                    throw countOutOfRange("more");
                }
                try {
                    accept(reader.<T>readValue(text, from, end - from), line, errors, element);
                } catch (JacksonException e) {
                    errors.add(line, JsonErrors.of(e));
                }
            }
            from = end + 1;
        }
        return count;
    }

    private static <T> void accept(@Nullable T value, int line, LineErrors errors, ObjIntConsumer<T> element) {
        if (value == null) {
            errors.add(line, new FieldError("", "must be an object, was null", ErrorCode.WRONG_TYPE));
        } else {
            element.accept(value, line);
        }
    }

    private static boolean blank(byte[] text, int from, int end) {
        for (int i = from; i < end; i++) {
            if (text[i] != ' ' && text[i] != '\t' && text[i] != '\r') {
                return false;
            }
        }
        return true;
    }

    private static InvalidRequestException countOutOfRange(String was) {
        return InvalidRequestException.invalid(List.of(
                new FieldError("", "must have 1 to " + MOST + " elements, had " + was, ErrorCode.OUT_OF_RANGE)));
    }
}
