package dev.skillpod.store.json;

/**
 * A field that breaks a rule.
 *
 * @param field the field's name with its place, such as {@code skills[0].weight}
 * @param rule the legal values, as the end of a sentence, such as {@code must be an integer in [1, 5]}
 * @param found the value found, as it would be written in JSON and shortened to about 80 characters; empty when the field
 *     was missing
 */
public record FieldError(String field, String rule, String found) {
    /** Returns field, legal values and value found as one line. */
    public String message() {
        return field + ": " + rule + (found.isEmpty() ? ", was missing" : ", was " + found);
    }
}
