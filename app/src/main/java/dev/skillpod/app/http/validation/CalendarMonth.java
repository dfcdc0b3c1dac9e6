package dev.skillpod.app.http.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A string that is a month of the years 1900 to 2199, such as {@code 2026-05}. Null is legal. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CalendarMonth.Check.class)
public @interface CalendarMonth {
    /** What every legal month matches. */
    String PATTERN = "^(19|20|21)[0-9]{2}-(0[1-9]|1[0-2])$";

    String message() default "not a month";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Matches. */
    final class Check implements ConstraintValidator<CalendarMonth, String> {
        private static final Pattern MONTH = Pattern.compile(PATTERN);

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.length() == 7 && MONTH.matcher(text).matches();
        }
    }
}
