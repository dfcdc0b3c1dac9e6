package dev.skillpod.app.http.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DateTimeException;
import org.jspecify.annotations.Nullable;

/** A string that is an ISO 8601 time with an offset from UTC, such as {@code 2026-05-01T12:30:00Z}. Null is legal. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Timestamp.Check.class)
public @interface Timestamp {
    String message() default "not a time";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Parses. */
    final class Check implements ConstraintValidator<Timestamp, String> {
        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            if (text == null) {
                return true;
            }
            try {
                IsoTime.instant(text);
                return true;
            } catch (DateTimeException e) {
                return false;
            }
        }
    }
}
