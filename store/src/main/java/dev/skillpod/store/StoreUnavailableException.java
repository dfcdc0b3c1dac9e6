package dev.skillpod.store;

import org.jspecify.annotations.Nullable;

/** PostgreSQL cannot be reached or is too busy just now; the same request may succeed later. HTTP answers 503. */
public final class StoreUnavailableException extends StoreException {
    public StoreUnavailableException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
