package dev.skillpod.app.http.access;

import dev.skillpod.app.http.validation.QueryValue;
import dev.skillpod.app.serving.AuditTrail;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows what administrators did. */
@RestController
@Tag(name = "access")
public class AuditController {
    private static final int DEFAULT_LIMIT = 100;
    private static final int MOST = 1_000;

    private final AuditTrail trail;

    AuditController(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping(path = "/api/v1/audit", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getAudit", summary = "Show what administrators did, newest first")
    AuditView latest(@RequestParam(name = "limit", required = false) @Nullable String limit) {
        return AuditView.of(trail.latest(QueryValue.integer("limit", limit, DEFAULT_LIMIT, 1, MOST)));
    }
}
