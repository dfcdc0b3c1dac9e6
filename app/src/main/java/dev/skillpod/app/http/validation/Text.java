package dev.skillpod.app.http.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/**
 * A string of limited length, counted in code points. Unless it may be blank it is an id, a name or a title: not blank, and
 * without control characters. Null is legal.
 */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Text.Check.class)
public @interface Text {
    /** The longest id or name. */
    int NAME = 200;

    /** The longest description. */
    int LONG = 2000;

    /** The most characters. */
    int max() default NAME;

    /** Whether it may be empty or nothing but white space. */
    boolean blank() default false;

    String message() default "illegal text";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Counts. */
    final class Check implements ConstraintValidator<Text, String> {
        private int max;
        private boolean blankAllowed;

        @Override
        public void initialize(Text text) {
            max = text.max();
            blankAllowed = text.blank();
        }

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (blankAllowed
                            ? text.length() <= max || Characters.count(text) <= max
                            : Characters.name(text, max));
        }
    }
}
