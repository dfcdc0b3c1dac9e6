package dev.skillpod.app.http.recommendation;

import dev.skillpod.app.http.request.Admission;
import dev.skillpod.app.http.request.RequestId;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.RecommendationService;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.SkillMatchers;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.app.serving.StoredHistory;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Answers requests for one learner's recommendations. */
@RestController
@Tag(name = "recommendations")
public class RecommendationController {
    private final RequestValidator validator;
    private final LearnerDirectory learners;
    private final SkillMatchers skills;
    private final RecommendationService recommendations;
    private final InstantSource clock;
    private final Admission admission;
    private final RequestTrace trace;
    private final Degradation degradation;

    RecommendationController(
            RequestValidator validator,
            LearnerDirectory learners,
            SkillMatchers skills,
            RecommendationService recommendations,
            InstantSource clock,
            Admission admission,
            RequestTrace trace,
            Degradation degradation) {
        this.validator = validator;
        this.learners = learners;
        this.skills = skills;
        this.recommendations = recommendations;
        this.clock = clock;
        this.admission = admission;
        this.trace = trace;
        this.degradation = degradation;
    }

    @PostMapping(
            path = "/api/v1/recommendations/generate",
            consumes = MediaType.APPLICATION_JSON_VALUE,
            produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "generate",
            summary = "Recommend contents to a learner",
            description = "Personal, explained recommendations, best first. The profile in the request is laid over the"
                    + " stored one: a skill given here wins over the same stored skill, recent_signals join the stored"
                    + " ones. Skills that the catalogue does not know are accepted and named in warnings.")
    GenerateResponse generate(@RequestBody GenerateRequest body, HttpServletRequest http) {
        validator.check(body);
        return admission.admit(() -> answer(body, http));
    }

    private GenerateResponse answer(GenerateRequest body, HttpServletRequest http) {
        var names = new SkillNames(skills.current());
        var stored = new StoredHistory(learners, degradation, trace);
        var request =
                trace.stage("learner_context", () -> GenerateMapping.request(body, stored::of, names, clock.instant()));
        var list = recommendations.recommend(request);
        return GenerateResponse.of(
                body.userContext().userId(),
                list,
                names.warnings(),
                RequestId.millisSinceStart(http),
                stored.degraded());
    }
}
