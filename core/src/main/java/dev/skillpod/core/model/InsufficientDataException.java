package dev.skillpod.core.model;

/** The data do not suffice to train or to judge on; the message says what is there and what is needed. */
public class InsufficientDataException extends RuntimeException {
    /** Says what is there and what is needed. */
    public InsufficientDataException(String message) {
        super(message);
    }
}
