package dev.skillpod.core.model;

/** The registry does not know that version. */
public final class NoSuchVersionException extends RuntimeException {
    /** Names it. */
    public NoSuchVersionException(String model, String version) {
        super("model " + model + " has no version " + version);
    }
}
