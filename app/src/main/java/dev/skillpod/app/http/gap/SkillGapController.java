package dev.skillpod.app.http.gap;

import dev.skillpod.app.http.request.Admission;
import dev.skillpod.app.http.request.RequestId;
import dev.skillpod.app.http.validation.Ids;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.AnswerCache;
import dev.skillpod.app.serving.Degradation;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.SkillGapSource;
import dev.skillpod.app.serving.SkillGapSource.SkillGaps;
import dev.skillpod.app.serving.SkillMatchers;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.app.serving.StoredHistory;
import dev.skillpod.core.gap.analysis.GapReport;
import dev.skillpod.core.gap.analysis.GapRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers which skills a learner lacks, and what closing the gaps is worth. */
@RestController
@RequestMapping(
        path = "/api/v1/skill-gaps",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "skill gaps")
public class SkillGapController {
    private final RequestValidator validator;
    private final LearnerDirectory learners;
    private final SkillMatchers skills;
    private final SkillGapSource source;
    private final InstantSource clock;
    private final Admission admission;
    private final RequestTrace trace;
    private final Degradation degradation;
    private final GapAnswers answers;

    SkillGapController(
            RequestValidator validator,
            LearnerDirectory learners,
            SkillMatchers skills,
            SkillGapSource source,
            InstantSource clock,
            Admission admission,
            RequestTrace trace,
            Degradation degradation,
            AnswerCache answers) {
        this.validator = validator;
        this.learners = learners;
        this.skills = skills;
        this.source = source;
        this.clock = clock;
        this.admission = admission;
        this.trace = trace;
        this.degradation = degradation;
        this.answers = new GapAnswers(answers);
    }

    @PostMapping("/analyze")
    @Operation(
            operationId = "analyzeSkillGaps",
            summary = "Find a learner's skill gaps",
            description =
                    "What target_skills, the target role and the learner's own market activity require, against what"
                            + " the learner can do: every gap with its evidence, what neighbouring skills lend, what to do"
                            + " about it, and what closing it would change. The profile in the request is laid over the"
                            + " stored one. Free text is matched to skills by name, alias and meaning; what stays unknown"
                            + " is named in warnings.")
    AnalyzeResponse analyze(@RequestBody AnalyzeRequest body, HttpServletRequest http) {
        validator.check(body);
        return admission.admit(() -> analyzed(body, http));
    }

    private AnalyzeResponse analyzed(AnalyzeRequest body, HttpServletRequest http) {
        SkillGaps gaps = source.skillGaps();
        var names = new SkillNames(skills.current(), gaps.meaning());
        var stored = new StoredHistory(learners, degradation, trace);
        trace.modelVersion(gaps.modelVersion());
        GapRequest request =
                trace.stage("learner_context", () -> new GapMapping(stored::of, names, clock.instant()).request(body));
        boolean market = !Boolean.FALSE.equals(body.includeMarketContext());
        boolean inputs = Boolean.TRUE.equals(body.includeInputs());
        trace.cached(true);
        return answers.of(
                        "skill-gaps",
                        gaps,
                        request,
                        List.of(market, inputs, names.warnings()),
                        AnalyzeResponse.class,
                        () -> {
                            GapReport report = made(() -> gaps.analyzer().analyze(request));
                            return AnalyzeResponse.of(
                                    body.userContext().userId(),
                                    report,
                                    gaps,
                                    market,
                                    inputs ? InputsView.of(request, report) : null,
                                    names.warnings());
                        })
                .now(RequestId.millisSinceStart(http), stored.degraded());
    }

    @PostMapping("/predict")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON_VALUE,
                            schema = @Schema(oneOf = {String[].class, PredictRequest.class})))
    @Operation(
            operationId = "predictSkillGaps",
            summary = "Say what learning skills is worth",
            description =
                    "An array of 1 to 100 skill ids gives what ten levels more change on average, over all who applied"
                            + " to jobs that ask for the skill; an object with user_context and skill_ids gives a personal"
                            + " answer. A number that the log does not support is null, never a guess.")
    PredictResponse predict(@RequestBody PredictBody body, HttpServletRequest http) {
        PredictRequest personal = body.personal();
        if (personal != null) {
            validator.check(personal);
            return admission.admit(() -> personal(personal, http));
        }
        List<String> sent = Ids.check("skill", Objects.requireNonNull(body.skillIds()), PredictRequest.MOST_SKILLS);
        return admission.admit(() -> population(sent, http));
    }

    private PredictResponse population(List<String> sent, HttpServletRequest http) {
        SkillGaps gaps = source.skillGaps();
        var names = new SkillNames(skills.current(), gaps.meaning());
        trace.modelVersion(gaps.modelVersion());
        List<String> ids =
                sent.stream().map(id -> names.idOf(id, null)).distinct().toList();
        trace.cached(true);
        return answers.ofAll(
                        "predictions",
                        gaps,
                        List.of(ids, names.warnings()),
                        PredictResponse.class,
                        () -> PredictResponse.of(
                                made(() -> gaps.analyzer().predict(ids)), false, gaps, names.warnings()))
                .now(RequestId.millisSinceStart(http), degradation.reasons());
    }

    private PredictResponse personal(PredictRequest body, HttpServletRequest http) {
        SkillGaps gaps = source.skillGaps();
        var names = new SkillNames(skills.current(), gaps.meaning());
        var stored = new StoredHistory(learners, degradation, trace);
        trace.modelVersion(gaps.modelVersion());
        GapRequest request = trace.stage(
                "learner_context",
                () -> new GapMapping(stored::of, names, clock.instant())
                        .request(body.userContext(), body.marketSignals(), List.of()));
        List<String> ids = body.skillIds().stream()
                .map(id -> names.idOf(id, null))
                .distinct()
                .toList();
        Optional<Integer> level = Optional.ofNullable(body.targetLevel());
        trace.cached(true);
        return answers.of(
                        "predictions",
                        gaps,
                        request,
                        List.of(ids, level, names.warnings()),
                        PredictResponse.class,
                        () -> PredictResponse.of(
                                made(() -> gaps.analyzer().predict(request, ids, body.targetLevel())),
                                true,
                                gaps,
                                names.warnings()))
                .now(RequestId.millisSinceStart(http), stored.degraded());
    }

    /** Makes what no cache had. */
    private <T> T made(Supplier<T> analysis) {
        trace.cached(false);
        return trace.stage("analysis", analysis);
    }
}
