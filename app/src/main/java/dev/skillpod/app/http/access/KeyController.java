package dev.skillpod.app.http.access;

import dev.skillpod.app.access.ApiKey;
import dev.skillpod.app.access.ApiKeys;
import dev.skillpod.app.access.Callers;
import dev.skillpod.app.access.KeyText;
import dev.skillpod.app.access.Role;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.http.validation.UnknownFields;
import dev.skillpod.app.serving.AuditLog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Makes, lists and revokes keys. */
@RestController
@RequestMapping(path = "/api/v1/keys", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "access")
public class KeyController {
    private final RequestValidator validator;
    private final ApiKeys keys;
    private final Callers callers;
    private final AuditLog audit;
    private final InstantSource clock;

    KeyController(RequestValidator validator, ApiKeys keys, Callers callers, AuditLog audit, InstantSource clock) {
        this.validator = validator;
        this.keys = keys;
        this.callers = callers;
        this.audit = audit;
        this.clock = clock;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "createKey",
            summary = "Make a key",
            description = "The text of the key is in this answer and nowhere else. Other replicas know it within 2 s.")
    @ApiResponse(responseCode = "201", description = "Made.", useReturnTypeSchema = true)
    ResponseEntity<KeyView> create(@RequestBody KeyRequest body) {
        UnknownFields.refuse(body.unknown(), KeyRequest.FIELDS);
        validator.check(body);
        Role role = Role.valueOf(body.role().toUpperCase(Locale.ROOT));
        if (role == Role.ADMIN && body.tenantId() != null) {
            throw InvalidRequestException.invalid(
                    "tenant_id",
                    "must be left out for the role admin: what administrators do concerns all tenants",
                    ErrorCode.CONFLICT);
        }
        KeyText text = KeyText.random();
        ApiKey key = text.stored(
                role,
                body.tenantId(),
                body.name(),
                clock.instant().truncatedTo(ChronoUnit.MICROS),
                callers.current().id());
        keys.add(key);
        audit.record("create key", described(key), "created");
        return ResponseEntity.status(201).body(KeyView.of(key, text.reveal()));
    }

    @GetMapping
    @Operation(operationId = "listKeys", summary = "List the keys", description = "Revoked ones included.")
    KeyView.All list() {
        return new KeyView.All(
                keys.list().stream().map(key -> KeyView.of(key, null)).toList());
    }

    @DeleteMapping("/{key_id}")
    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a key",
            description = "For ever. Every replica refuses it within 2 s while the database answers.")
    KeyView revoke(@PathVariable("key_id") String keyId) {
        ApiKey key = keys.revoke(keyId).orElseThrow(() -> ProblemException.notFound("there is no key of this id"));
        audit.record("revoke key", described(key), "revoked");
        return KeyView.of(key, null);
    }

    private static String described(ApiKey key) {
        return key.keyId() + " " + key.role().wireName() + " for "
                + (key.tenantId() == null ? "any tenant" : "tenant " + key.tenantId());
    }
}
