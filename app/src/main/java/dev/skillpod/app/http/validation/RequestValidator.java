package dev.skillpod.app.http.validation;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.problem.InvalidRequestException;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Checks request records against their constraints. Thread-safe. */
@Component
public class RequestValidator {
    private static final int MOST_ERRORS = 100;

    private final Validator validator;
    private final TenantGate tenants;

    RequestValidator(Validator validator, TenantGate tenants) {
        this.validator = validator;
        this.tenants = tenants;
    }

    /**
     * Returns the request when it is legal, and names no tenant but the caller's own.
     *
     * @throws InvalidRequestException naming every field that is not
     */
    public <T> T check(T request) {
        List<FieldError> errors = errors(request);
        if (!errors.isEmpty()) {
            throw InvalidRequestException.invalid(errors);
        }
        if (request instanceof NamesTenant named && named.namedTenant() != null) {
            tenants.check(named.tenantField(), named.namedTenant());
        }
        return request;
    }

    /** Returns what is wrong, ordered by field; at most 100 errors. */
    public <T> List<FieldError> errors(T request) {
        Set<ConstraintViolation<T>> violations = validator.validate(request);
        return violations.isEmpty()
                ? List.of()
                : violations.stream()
                        .map(RequestValidator::error)
                        .sorted(Comparator.comparing(FieldError::field).thenComparing(FieldError::message))
                        .limit(MOST_ERRORS)
                        .toList();
    }

    private static FieldError error(ConstraintViolation<?> violation) {
        var constraint = violation.getConstraintDescriptor().getAnnotation();
        Object value = violation.getInvalidValue();
        String field = snakeCase(violation.getPropertyPath().toString());
        return new FieldError(field, ConstraintText.of(constraint, value), code(constraint));
    }

    private static ErrorCode code(java.lang.annotation.Annotation constraint) {
        return switch (constraint) {
            case jakarta.validation.constraints.NotNull n -> ErrorCode.REQUIRED;
            case OneOf o -> ErrorCode.UNKNOWN_VALUE;
            case Timestamp t -> ErrorCode.WRONG_FORMAT;
            case CalendarMonth m -> ErrorCode.WRONG_FORMAT;
            case CurrencyCode c -> ErrorCode.WRONG_FORMAT;
            case WebAddress w -> ErrorCode.WRONG_FORMAT;
            default -> ErrorCode.OUT_OF_RANGE;
        };
    }

    /** Turns {@code userContext.careerGoals[0].<list element>} into {@code user_context.career_goals[0]}. */
    private static String snakeCase(String path) {
        var snake = new StringBuilder(path.length() + 8);
        String plain = path.replace(".<list element>", "").replace("<list element>", "");
        for (int i = 0; i < plain.length(); i++) {
            char c = plain.charAt(i);
            if (Character.isUpperCase(c)) {
                snake.append('_').append(Character.toLowerCase(c));
            } else {
                snake.append(c);
            }
        }
        return snake.toString();
    }
}
