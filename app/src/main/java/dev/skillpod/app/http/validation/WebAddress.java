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

/** A string that is an absolute http or https address: consoles show it as a link, so no other scheme may pass. Null is legal. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WebAddress.Check.class)
public @interface WebAddress {
    /** What an address looks like: scheme, host, and no white space, quotes or angle brackets after it. */
    String PATTERN = "^https?://[A-Za-z0-9\\[][^\\x00-\\x20\\x7f\"<>\\\\]*$";

    /** The most characters. */
    int MAX = 2000;

    String message() default "not a web address";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Matches. */
    final class Check implements ConstraintValidator<WebAddress, String> {
        private static final Pattern ADDRESS = Pattern.compile(PATTERN);

        @Override
        public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
            return text == null
                    || (text.codePointCount(0, text.length()) <= MAX
                            && ADDRESS.matcher(text).matches());
        }
    }
}
