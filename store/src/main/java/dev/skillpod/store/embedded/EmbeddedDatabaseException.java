package dev.skillpod.store.embedded;

import dev.skillpod.store.StoreException;
import org.jspecify.annotations.Nullable;

/** The embedded PostgreSQL could not be started; the message is one line that says why and what to do. */
public final class EmbeddedDatabaseException extends StoreException {
    EmbeddedDatabaseException(String message) {
        super(message);
    }

    EmbeddedDatabaseException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
