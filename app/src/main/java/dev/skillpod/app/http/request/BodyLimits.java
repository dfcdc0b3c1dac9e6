package dev.skillpod.app.http.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/** How long the body of a request may be. */
public final class BodyLimits {
    /** Bytes of a request about one learner, one row, or a question. */
    public static final long SINGLE = 1 << 20;

    /** Bytes of a list of user ids. */
    public static final long USER_IDS = 4 << 20;

    /** Bytes of a list of events, or of rows of the catalogue, of demand or of postings. */
    public static final long BULK = 16 << 20;

    private static final Set<String> BULK_PATHS = Set.of(
            "/api/v1/events",
            "/api/v1/demand",
            "/api/v1/postings",
            "/api/v1/skills",
            "/api/v1/roles",
            "/api/v1/contents");

    private BodyLimits() {}

    /** Returns the limit in bytes. */
    static long of(HttpServletRequest request) {
        String path = request.getServletPath();
        if (BULK_PATHS.contains(path)) {
            return BULK;
        }
        return path.equals("/api/v1/recommendations/batch") ? USER_IDS : SINGLE;
    }
}
