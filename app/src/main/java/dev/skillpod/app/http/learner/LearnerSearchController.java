package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.QueryValue;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.serving.LearnerSearch;
import dev.skillpod.core.activity.Proficiency;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Finds learners by the beginning of their ids. */
@RestController
@Tag(name = "learners")
public class LearnerSearchController {
    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 50;

    private final LearnerSearch search;
    private final TenantGate tenants;

    LearnerSearchController(LearnerSearch search, TenantGate tenants) {
        this.search = search;
        this.tenants = tenants;
    }

    @GetMapping(path = "/api/v1/learners", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "findLearners",
            summary = "Find learners by the beginning of their ids",
            description = "Learners of one tenant that have a stored profile, ordered by user id.")
    LearnersFound find(
            @RequestParam(name = "tenant_id", required = false) @Nullable String tenantId,
            @RequestParam(name = "user_id_prefix", required = false) @Nullable String prefix,
            @RequestParam(name = "limit", required = false) @Nullable String limit) {
        String tenant = tenants.named("tenant_id", tenantId);
        String begins = prefix == null || prefix.isEmpty() ? "" : PathId.check("user_id_prefix", prefix);
        int most = QueryValue.integer("limit", limit, DEFAULT_LIMIT, 1, MOST);
        return new LearnersFound(search.startingWith(tenant, begins, most).stream()
                .map(LearnerFound::of)
                .toList());
    }

    /** The learners that were found. */
    @Schema(name = "LearnersFound", description = "The learners that were found.")
    public record LearnersFound(@JsonProperty("learners") List<LearnerFound> learners) {}

    /** A learner in short. */
    @Schema(name = "LearnerFound", description = "A learner in short.")
    public record LearnerFound(
            @JsonProperty("user_id") String userId,
            @JsonProperty("tenant_id") String tenantId,
            @JsonProperty("target_role") @Nullable String targetRole,
            @JsonProperty("experience_level") @Nullable Proficiency experienceLevel,

            @JsonProperty("skill_count") @Schema(description = "Skills in the profile.", minimum = "0")
            int skillCount,

            @JsonProperty("data_source") @Schema(description = "real or synthetic")
            String dataSource) {

        static LearnerFound of(LearnerSearch.Found found) {
            return new LearnerFound(
                    found.learner().userId(),
                    found.learner().tenantId(),
                    found.profile().targetRole(),
                    found.profile().experienceLevel(),
                    found.profile().skills().size(),
                    found.source().name().toLowerCase(Locale.ROOT));
        }
    }
}
