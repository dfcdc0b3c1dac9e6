package dev.skillpod.store.json;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The outcome of reading a row: the record it stands for, or everything that is wrong with it. Immutable.
 *
 * @param <T> the type of the record
 */
public sealed interface Checked<T> {
    /** Returns the outcome with the record replaced. */
    default <R> Checked<R> map(Function<T, R> change) {
        return switch (this) {
            case Valid<T> valid -> new Valid<>(change.apply(valid.value()));
            case Invalid<T> invalid -> new Invalid<>(invalid.errors());
        };
    }

    /** Returns the outcome after one more rule, which a record without errors may break. */
    default Checked<T> and(Function<T, Optional<FieldError>> rule) {
        return this instanceof Valid<T> valid
                ? rule.apply(valid.value())
                        .<Checked<T>>map(error -> new Invalid<>(List.of(error)))
                        .orElse(this)
                : this;
    }

    /**
     * A row without errors.
     *
     * @param value the record
     */
    record Valid<T>(T value) implements Checked<T> {}

    /**
     * A row with errors.
     *
     * @param errors at least one, in the order they were met
     */
    record Invalid<T>(List<FieldError> errors) implements Checked<T> {
        public Invalid {
            errors = List.copyOf(errors);
        }

        /** Returns all errors as one line. */
        public String message() {
            return String.join("; ", errors.stream().map(FieldError::message).toList());
        }
    }
}
