package dev.skillpod.app.http.validation;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A string that names a constant of an enumeration. Null is legal. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = OneOf.Check.class)
public @interface OneOf {
    /** The enumeration. */
    Class<? extends Enum<?>> value();

    /** Whether {@code hired} stands for {@code HIRED}. */
    boolean ignoreCase() default false;

    String message() default "unknown value";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Looks the name up. */
    final class Check implements ConstraintValidator<OneOf, String> {
        private Set<String> names = Set.of();
        private boolean ignoreCase;

        @Override
        public void initialize(OneOf oneOf) {
            names = Arrays.stream(oneOf.value().getEnumConstants())
                    .map(Enum::name)
                    .collect(Collectors.toSet());
            ignoreCase = oneOf.ignoreCase();
        }

        @Override
        public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
            return name == null || names.contains(ignoreCase ? name.toUpperCase(Locale.ROOT) : name);
        }
    }
}
