package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.InvalidRequestException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted.
 *
 * @param offset how many entries to leave out, in [0, 2147483647]
 * @param limit how many at most, in [1, 1000]
 */
public record Paging(int offset, int limit) {
    /** The longest page. */
    public static final int MOST = 1000;

    private static final int DEFAULT_LIMIT = 100;

    /**
     * Reads the two query parameters; null is 0 for the offset and 100 for the limit.
     *
     * @throws InvalidRequestException when one is not a whole number or out of range
     */
    public static Paging of(@Nullable String offset, @Nullable String limit) {
        return new Paging(
                QueryValue.integer("offset", offset, 0, 0, Integer.MAX_VALUE),
                QueryValue.integer("limit", limit, DEFAULT_LIMIT, 1, MOST));
    }

    /** Returns that part of a list. */
    public <T> List<T> of(List<T> all) {
        int from = Math.min(offset, all.size());
        return all.subList(from, (int) Math.min((long) from + limit, all.size()));
    }
}
