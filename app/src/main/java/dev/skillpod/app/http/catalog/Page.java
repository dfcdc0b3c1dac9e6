package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.Paging;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param <T> the type of an entry
 */
@Schema(description = "A part of a list.")
public record Page<T>(
        @JsonProperty("items") List<T> items,

        @JsonProperty("total") @Schema(description = "Entries of the whole list.")
        int total,

        @JsonProperty("offset") int offset,
        @JsonProperty("limit") int limit) {

    /** Returns the wanted part of a list, each entry in its wire form. */
    static <R, T> Page<T> of(List<R> all, Paging paging, Function<R, T> view) {
        return new Page<>(paging.of(all).stream().map(view).toList(), all.size(), paging.offset(), paging.limit());
    }
}
