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

/** A string that is written like a currency of ISO 4217, such as {@code EUR}. Null is legal. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CurrencyCode.Check.class)
public @interface CurrencyCode {
    /** What every legal code matches. */
    String PATTERN = "^[A-Z]{3}$";

    String message() default "not a currency";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Matches. */
    final class Check implements ConstraintValidator<CurrencyCode, String> {
        private static final Pattern CODE = Pattern.compile(PATTERN);

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null || text.length() == 3 && CODE.matcher(text).matches();
        }
    }
}
