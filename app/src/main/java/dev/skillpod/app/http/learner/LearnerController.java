package dev.skillpod.app.http.learner;

import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.problem.ProblemException;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.SkillMatchers;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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

    private final RequestValidator validator;
    private final LearnerDirectory learners;
    private final SkillMatchers skills;

    LearnerController(RequestValidator validator, LearnerDirectory learners, SkillMatchers skills) {
        this.validator = validator;
        this.learners = learners;
        this.skills = skills;
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
        var learner = new LearnerKey(PathId.check("tenant_id", tenantId), PathId.check("user_id", userId));
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
        var learner = new LearnerKey(PathId.check("tenant_id", tenantId), PathId.check("user_id", userId));
        return learners.profile(learner)
                .map(profile ->
                        LearnerView.of(learner, profile, skills.current().catalog(), List.of()))
                .orElseThrow(() -> ProblemException.notFound("no profile is stored for this learner"));
    }

    private static void sameAsPath(String field, String path, @Nullable String body) {
        if (body != null && !body.equals(path)) {
            throw InvalidRequestException.invalid(
                    field, "must be the same as in the path or left out", ErrorCode.CONFLICT);
        }
    }
}
