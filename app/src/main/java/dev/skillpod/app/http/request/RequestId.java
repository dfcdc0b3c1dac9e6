package dev.skillpod.app.http.request;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

/** What is remembered with a request: its id and when it came. */
public final class RequestId {
    /** The header that carries the id, both ways. */
    public static final String HEADER = "x-request-id";

    private static final String ID = RequestId.class.getName() + ".id";
    private static final String STARTED = RequestId.class.getName() + ".started";

    private RequestId() {}

    /** Returns the id of a request; null only before the first filter ran. */
    public static @Nullable String of(HttpServletRequest request) {
        return (String) request.getAttribute(ID);
    }

    /** Returns the whole milliseconds since the request came. */
    public static long millisSinceStart(HttpServletRequest request) {
        return request.getAttribute(STARTED) instanceof Long started ? (System.nanoTime() - started) / 1_000_000 : 0;
    }

    static void remember(HttpServletRequest request, String id) {
        request.setAttribute(ID, id);
        request.setAttribute(STARTED, System.nanoTime());
    }
}
