package dev.skillpod.store;

/** A record that may not be stored; nothing of the call was written. */
public final class InvalidRecordException extends IllegalArgumentException {
    private final int index;
    private final String field;
    private final String problem;

    InvalidRecordException(int index, String field, String problem) {
        super("record " + index + ": " + field + " " + problem);
        this.index = index;
        this.field = field;
        this.problem = problem;
    }

    /** Returns the place of the record in the collection that was handed in, from 0. */
    public int index() {
        return index;
    }

    /** Returns the name of the offending component of the record. */
    public String field() {
        return field;
    }

    /** Returns what is wrong, such as {@code must be in [0, 100], was 101}. */
    public String problem() {
        return problem;
    }
}
