package dev.skillpod.app.http.learner;

import dev.skillpod.app.access.KeyText;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.serving.AuditLog;
import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.SkillMatchers;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Stores and shows learners' profiles. */
@RestController
@Tag(name = "learners")
public class LearnerController {
    private static final String PATH = "/api/v1/learners/{tenant_id}/{user_id}";
    private static final int PSEUDONYM_BYTES = 8;

    private final RequestValidator validator;
    private final LearnerDirectory learners;
    private final LearnerArchive archive;
    private final TenantGate tenants;
    private final AuditLog audit;
    private final InstantSource clock;
    private final SkillMatchers skills;

    LearnerController(
            RequestValidator validator,
            LearnerDirectory learners,
            SkillMatchers skills,
            LearnerArchive archive,
            TenantGate tenants,
            AuditLog audit,
            InstantSource clock) {
        this.validator = validator;
        this.learners = learners;
        this.skills = skills;
        this.archive = archive;
        this.tenants = tenants;
        this.audit = audit;
        this.clock = clock;
    }

    @PutMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "putLearner",
            summary = "Store a learner's profile",
            description = "Replaces the whole profile: 201 when there was none, else 200.")
    @ApiResponse(responseCode = "200", description = "Replaced.", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "Created.", useReturnTypeSchema = true)
    ResponseEntity<LearnerView> put(
            @PathVariable("tenant_id") String tenantId,
            @PathVariable("user_id") String userId,
            @RequestBody ProfileBody body) {
        var learner = learner(tenantId, userId);
        validator.check(body);
        sameAsPath("tenant_id", tenantId, body.tenantId());
        sameAsPath("user_id", userId, body.userId());
        var names = new SkillNames(skills.current());
        var profile = ProfileMapping.context(body, List.of(), names).profile();
        boolean created = learners.putProfile(learner, profile);
        return ResponseEntity.status(created ? 201 : 200)
                .body(LearnerView.of(learner, profile, skills.current().catalog(), names.warnings()));
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "getLearner", summary = "Show a learner's stored profile")
    LearnerView get(@PathVariable("tenant_id") String tenantId, @PathVariable("user_id") String userId) {
        var learner = learner(tenantId, userId);
        return learners.profile(learner)
                .map(profile ->
                        LearnerView.of(learner, profile, skills.current().catalog(), List.of()))
                .orElseThrow(() -> ProblemException.notFound("no profile is stored for this learner"));
    }

    @GetMapping(path = PATH + "/export", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "exportLearner",
            summary = "Export everything that is stored about a learner",
            description = "Profile, events, served lists, learning paths and answers of batches, every stored field.")
    LearnerExport export(@PathVariable("tenant_id") String tenantId, @PathVariable("user_id") String userId) {
        LearnerKey learner = learner(tenantId, userId);
        LearnerExport export = LearnerExport.of(learner, archive.export(learner), clock.instant());
        if (export.empty()) {
            throw ProblemException.notFound("nothing is stored about this learner");
        }
        audit.record("export learner", pseudonym(learner), "exported");
        return export;
    }

    @DeleteMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "eraseLearner",
            summary = "Erase a learner",
            description =
                    "Erases everything that export shows, and what caches keep; the next training does not see the"
                            + " learner. May be repeated. Models hold no learner, so that none has to be withdrawn.")
    LearnerErased erase(@PathVariable("tenant_id") String tenantId, @PathVariable("user_id") String userId) {
        LearnerKey learner = learner(tenantId, userId);
        LearnerErased erased = LearnerErased.of(learner, archive.erase(learner));
        audit.record("erase learner", pseudonym(learner), "erased " + erased.rows() + " rows");
        return erased;
    }

    private LearnerKey learner(String tenantId, String userId) {
        String tenant = tenants.check("tenant_id", PathId.check("tenant_id", tenantId));
        return new LearnerKey(tenant, PathId.check("user_id", userId));
    }

    /** The audit log outlives the learner: it can tell whether somebody was erased, but not who was. */
    private static String pseudonym(LearnerKey learner) {
        byte[] digest = KeyText.sha256(learner.userId().getBytes(StandardCharsets.UTF_8));
        return learner.tenantId() + "/sha256:" + HexFormat.of().formatHex(digest, 0, PSEUDONYM_BYTES);
    }

    private static void sameAsPath(String field, String path, @Nullable String body) {
        if (body != null && !body.equals(path)) {
            throw InvalidRequestException.invalid(
                    field, "must be the same as in the path or left out", ErrorCode.CONFLICT);
        }
    }
}
