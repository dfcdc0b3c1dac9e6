package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.StoreUnavailableException;
import java.time.Duration;
import java.util.function.Supplier;

/** A question to the database that tells in the words of the ports when there is no answer. */
final class DatabaseCall {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private DatabaseCall() {}

    /**
     * Returns the answer.
     *
     * @throws StoreUnavailableException when the database does not answer
     */
    static <T> T make(Supplier<T> statement) {
        try {
            return statement.get();
        } catch (dev.skillpod.store.StoreUnavailableException e) {
            throw new StoreUnavailableException("the database does not answer", RETRY, e);
        }
    }
}
