package dev.skillpod.store;

import org.jspecify.annotations.Nullable;

/** The store could not do what it was asked; the message says what and why in one line. */
public class StoreException extends RuntimeException {
    public StoreException(String message) {
        super(message);
    }

    public StoreException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
