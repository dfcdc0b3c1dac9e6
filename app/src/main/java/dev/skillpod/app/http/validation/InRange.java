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

/** A number that lies in a range; both ends belong to it unless said otherwise. Null is legal. */
@Target({ElementType.FIELD, ElementType.METHOD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = InRange.Check.class)
public @interface InRange {
    /** The lowest legal value. */
    double from();

    /** The highest legal value. */
    double to();

    /** Whether {@link #from} itself is illegal. */
    boolean fromExclusive() default false;

    String message() default "out of range";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Compares. */
    final class Check implements ConstraintValidator<InRange, Number> {
        private double from;
        private double to;
        private boolean fromExclusive;

        @Override
        public void initialize(InRange range) {
            from = range.from();
            to = range.to();
            fromExclusive = range.fromExclusive();
        }

        @Override
        public boolean isValid(@Nullable Number number, ConstraintValidatorContext context) {
            if (number == null) {
                return true;
            }
            double value = number.doubleValue();
            return (fromExclusive ? value > from : value >= from) && value <= to;
        }
    }
}
