package dev.skillpod.app.serving;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The store cannot be reached just now; the request may be sent again later. */
public final class StoreUnavailableException extends RuntimeException {
    private final Duration retryAfter;

    /**
     * Says so.
     *
     * @param message what could not be reached, without addresses or credentials: callers see it
     * @param retryAfter when trying again makes sense
     */
    public StoreUnavailableException(String message, Duration retryAfter, @Nullable Throwable cause) {
        super(message, cause);
        this.retryAfter = retryAfter;
    }

    /** Returns when trying again makes sense. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
