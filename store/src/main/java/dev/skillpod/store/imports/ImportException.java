package dev.skillpod.store.imports;

/** An import that cannot start; the message is one line that names the file and says what would be legal. */
public final class ImportException extends RuntimeException {
    /** Says why. */
    public ImportException(String message) {
        super(message);
    }

    /** Says why, with the cause. */
    public ImportException(String message, Throwable cause) {
        super(message, cause);
    }
}
