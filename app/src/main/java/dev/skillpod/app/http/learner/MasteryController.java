package dev.skillpod.app.http.learner;

import dev.skillpod.app.http.validation.PathId;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.tracing.memory.LearnerMemory;
import dev.skillpod.core.tracing.memory.SkillMemory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Shows what a learner still knows, by answers to single items. */
@RestController
@Tag(name = "learners")
public class MasteryController {
    private static final String PATH = "/api/v1/learners/{tenant_id}/{user_id}/mastery";

    private final LearnerDirectory learners;
    private final MasterySource source;
    private final InstantSource clock;
    private final TenantGate tenants;

    MasteryController(LearnerDirectory learners, MasterySource source, InstantSource clock, TenantGate tenants) {
        this.learners = learners;
        this.source = source;
        this.clock = clock;
        this.tenants = tenants;
    }

    @GetMapping(path = PATH, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "getLearnerMastery",
            summary = "Show what a learner's answers say of each skill now",
            description =
                    "Mastery by skill, with its interval, its half-life and when a review is due, from the learner's"
                            + " latest 1,000 answers. Empty for a learner without answers, and while no tracing model is"
                            + " trained.")
    MasteryView get(@PathVariable("tenant_id") String tenantId, @PathVariable("user_id") String userId) {
        var learner = new LearnerKey(
                tenants.check("tenant_id", PathId.check("tenant_id", tenantId)), PathId.check("user_id", userId));
        Optional<MasterySource.Tracing> tracing = source.tracing();
        List<MasteryView.SkillView> skills = tracing.map(t ->
                        LearnerMemory.of(t.model(), learners.history(learner).answers(), clock.instant()).all().stream()
                                .sorted(Comparator.comparingDouble(SkillMemory::forgotten)
                                        .reversed())
                                .map(MasteryView.SkillView::of)
                                .toList())
                .orElse(List.of());
        return new MasteryView(
                tenantId,
                userId,
                skills,
                tracing.map(MasterySource.Tracing::version).orElse("untrained"),
                tracing.map(MasterySource.Tracing::dataSource).orElse("none"));
    }
}
