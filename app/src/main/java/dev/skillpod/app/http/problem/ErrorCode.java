package dev.skillpod.app.http.problem;

/** What is wrong with a field, for programs. */
public enum ErrorCode {
    /** Not JSON, or text that cannot be stored. */
    MALFORMED,
    /** Another JSON type than the field's. */
    WRONG_TYPE,
    /** Missing or null. */
    REQUIRED,
    /** Outside the legal range or length. */
    OUT_OF_RANGE,
    /** None of the legal values. */
    UNKNOWN_VALUE,
    /** Not of the legal form. */
    WRONG_FORMAT,
    /** An id that nothing has. */
    UNKNOWN_ID,
    /** Given twice, or contradicting another field. */
    CONFLICT,
    /** Something that the caller's key does not open. */
    NOT_ALLOWED
}
