package dev.skillpod.app.http.catalog;

import dev.skillpod.app.http.json.JsonLines;
import dev.skillpod.app.http.json.LineErrors;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.core.catalog.Catalog;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Reads and checks rows of the catalogue, one or many. Thread-safe. */
@Component
class RowReader {
    private static final int MOST_WARNINGS = 20;

    private final JsonLines lines;
    private final RequestValidator validator;
    private final CatalogSource catalog;

    RowReader(JsonLines lines, RequestValidator validator, CatalogSource catalog) {
        this.lines = lines;
        this.validator = validator;
        this.catalog = catalog;
    }

    /**
     * Returns a row with the id of the path, when it is legal.
     *
     * @param idField the wire name of the row's id
     */
    <B extends CatalogBody<B>> B single(String idField, String pathId, B body) {
        PathId.check(idField, pathId);
        String sent = body.id();
        validator.check(body);
        if (sent != null && !sent.equals(pathId)) {
            throw InvalidRequestException.invalid(
                    idField,
                    "must be \"%s\" as in the path or left out, was \"%s\""
                            .formatted(Excerpt.of(pathId), Excerpt.of(sent)),
                    ErrorCode.CONFLICT);
        }
        B row = body.withId(pathId);
        List<FieldError> contradictions = row.contradictions();
        if (!contradictions.isEmpty()) {
            throw InvalidRequestException.invalid(contradictions);
        }
        return row;
    }

    /** Returns the rows of a request by id, in the order sent, when all are legal. */
    <B extends CatalogBody<B>> List<B> many(HttpServletRequest request, String idField, Class<B> type)
            throws IOException {
        var errors = new LineErrors();
        var rows = new LinkedHashMap<String, B>();
        lines.read(request.getInputStream(), JsonLines.isNdjson(request), type, errors, (body, line) -> {
            List<FieldError> found = new ArrayList<>(validator.errors(body));
            String id = body.id();
            if (id == null) {
                found.add(new FieldError(idField, "is required, was missing or null", ErrorCode.REQUIRED));
            }
            if (found.isEmpty()) {
                found.addAll(body.contradictions());
            }
            if (id != null && rows.putIfAbsent(id, body) != null) {
                found.add(new FieldError(
                        idField, "must occur once, occurred again: \"" + Excerpt.of(id) + '"', ErrorCode.CONFLICT));
            }
            found.forEach(error -> errors.add(line, error));
        });
        errors.throwIfAny();
        return List.copyOf(rows.values());
    }

    /** Returns a sentence for each reference to an id that neither the catalogue nor these rows have; at most 20. */
    <B extends CatalogBody<B>> List<String> warnings(List<B> rows) {
        Catalog known = catalog.catalog();
        Set<String> sent = new HashSet<>();
        rows.forEach(row -> sent.add(String.valueOf(row.id())));
        return rows.stream()
                .flatMap(row -> row.references()
                        .filter(ref -> !sent.contains(ref.id()) && !known(known, ref))
                        .map(ref -> "%s of '%s' names '%s', which is not in the catalogue yet"
                                .formatted(ref.field(), Excerpt.of(String.valueOf(row.id())), Excerpt.of(ref.id()))))
                .limit(MOST_WARNINGS)
                .toList();
    }

    private static boolean known(Catalog catalog, CatalogBody.Reference reference) {
        return reference.content()
                ? catalog.contentIndex(reference.id()).isPresent()
                : catalog.skillIndex(reference.id()).isPresent();
    }
}
