package dev.skillpod.app.http.catalog;

import dev.skillpod.app.http.problem.FieldError;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A row of the catalogue as callers send it. The id may be left out where the path has it.
 *
 * @param <B> the type of the row itself
 */
interface CatalogBody<B extends CatalogBody<B>> {
    /** The most entries of a list inside a row. */
    int MOST_ENTRIES = 200;

    /** Returns the id sent, or null. */
    @Nullable
    String id();

    /** Returns the row with its id. */
    B withId(String id);

    /** Returns what is wrong with fields taken together. */
    List<FieldError> contradictions();

    /** Returns the skills and contents that the row refers to. */
    Stream<Reference> references();

    /**
     * Another row that this one refers to.
     *
     * @param field where, as a path
     * @param id the other row's id
     * @param content whether it is a content, else a skill
     */
    record Reference(String field, String id, boolean content) {}
}
