package dev.skillpod.app.http.path;

import dev.skillpod.app.http.gap.GapMapping;
import dev.skillpod.app.http.gap.Target;
import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.InvalidRequestException;
import dev.skillpod.app.http.validation.IsoTime;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.LearningPathSource;
import dev.skillpod.app.serving.LearningPathSource.LearningPaths;
import dev.skillpod.app.serving.RequestTrace;
import dev.skillpod.app.serving.SkillGapSource;
import dev.skillpod.app.serving.SkillGapSource.SkillGaps;
import dev.skillpod.app.serving.SkillMatchers;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.requirement.TargetSkill;
import dev.skillpod.core.path.content.ContentPathRequest;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.core.path.content.ReviewStep;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Plans what a request asks for, with what is known of the learner now. Thread-safe. */
@Component
class PathPlanning {
    private static final Duration WEEK = Duration.ofDays(7);

    /** Weeks of a path without a deadline. */
    private static final int ASSUMED_WEEKS = 12;

    private static final int MOST_WEEKS = 260;
    private static final int NEAREST_ROLES = 3;

    private final LearnerDirectory learners;
    private final SkillMatchers skills;
    private final SkillGapSource gaps;
    private final LearningPathSource source;
    private final RequestTrace trace;

    PathPlanning(
            LearnerDirectory learners,
            SkillMatchers skills,
            SkillGapSource gaps,
            LearningPathSource source,
            RequestTrace trace) {
        this.learners = learners;
        this.skills = skills;
        this.gaps = gaps;
        this.source = source;
        this.trace = trace;
    }

    /**
     * Plans.
     *
     * @param history gives what is stored of a learner
     * @param done steps that count as finished, whether or not an event says so
     * @throws InvalidRequestException when the request names no goal, an unknown role, or a deadline that cannot be
     */
    PathDocument plan(
            PathRequest request,
            Function<LearnerKey, LearnerHistory> history,
            List<PathDocument.Done> done,
            Instant now) {
        SkillGaps known = gaps.skillGaps();
        LearningPaths paths = source.learningPaths();
        Instant deadline = deadline(request, now);
        refuseContradictions(request);
        refuseUnknownRole(request, paths.planner().roles());
        var names = new SkillNames(skills.current(), known.meaning());
        var mapping = new GapMapping(history, names, now);
        List<TargetSkill> targets = new ArrayList<>();
        for (Target target : ProfileMapping.orEmpty(request.targetSkills())) {
            targets.add(mapping.target(target));
        }
        GapRequest asked = trace.stage("learner_context", () -> mapping.request(request.user(), null, targets));
        LearnerHistory learner = withDone(asked.learner(), done);
        RequirementFinder.Found found = trace.stage(
                "requirements", () -> known.analyzer().requirementFinder().find(learner, asked.targets(), now));
        if (found.requirements().isEmpty()) {
            throw InvalidRequestException.invalid(
                    "target_role",
                    "or target_skills must say what the path leads to: there are neither, no career_goals that name a"
                            + " role, and no market activity of the learner",
                    ErrorCode.REQUIRED);
        }
        var limits = new PathLimits(
                learner.profile().weeklyLearningHours(),
                Duration.between(now, deadline).toSeconds() / (double) WEEK.toSeconds(),
                request.items(),
                types(request),
                ProfileMapping.orEmpty(request.pinnedContentIds()),
                Set.copyOf(ProfileMapping.orEmpty(request.excludedContentIds())));
        var whole = new ContentPathRequest(learner, found.requirements(), limits, now);
        List<ReviewStep> reviews = trace.stage("reviews", () -> paths.planner().reviews(whole));
        var path =
                trace.stage("planning", () -> paths.planner().plan(reviews.isEmpty() ? whole : after(reviews, whole)));
        trace.modelVersion(paths.modelVersion());
        var warnings = new ArrayList<>(names.warnings());
        warnings.addAll(found.warnings());
        var plan = trace.stage(
                "explanation",
                () -> new PlanWriter(path, reviews, found, limits, paths, now, deadline, request.deadline() == null)
                        .write(warnings));
        return new PathDocument(
                request,
                done,
                plan,
                completions(asked.learner()),
                asked.learner().assessments().size());
    }

    /** Plans with all that is stored; otherwise like {@link #plan(PathRequest, Function, List, Instant)}. */
    PathDocument plan(PathRequest request, List<PathDocument.Done> done, Instant now) {
        return plan(request, learners::history, done, now);
    }

    /** Leaves out of the hours what reviews take. */
    private static ContentPathRequest after(List<ReviewStep> reviews, ContentPathRequest whole) {
        double taken = reviews.stream().mapToDouble(ReviewStep::minutes).sum();
        return new ContentPathRequest(
                whole.learner(), whole.requirements(), whole.limits().without(taken), whole.asOf());
    }

    /**
     * Says why a path has to be planned again.
     *
     * @return a sentence, or null when nothing that counts has happened since
     */
    @Nullable
    String news(LearnerKey learner, PathDocument document) {
        LearnerHistory history = learners.history(learner);
        int completions = completions(history) - document.completions();
        int assessments = history.assessments().size() - document.assessments();
        if (completions == 0 && assessments == 0) {
            return null;
        }
        return "since the last plan %d contents were finished and %d levels measured"
                .formatted(completions, assessments);
    }

    /** Returns whether the deadline of a stored request is over. */
    static boolean over(PathRequest request, Instant now) {
        String deadline = request.deadline();
        return deadline != null && !IsoTime.instant(deadline).isAfter(now);
    }

    private static int completions(LearnerHistory history) {
        return (int) history.engagements().stream()
                .filter(e -> e.type() == EngagementType.COMPLETE)
                .count();
    }

    /** Lays steps marked done over the history, where no event tells of them. */
    private static LearnerHistory withDone(LearnerHistory history, List<PathDocument.Done> done) {
        Set<String> finished = history.engagements().stream()
                .filter(e -> e.type() == EngagementType.COMPLETE)
                .map(Engagement::contentId)
                .collect(Collectors.toCollection(HashSet::new));
        var engagements = new ArrayList<>(history.engagements());
        for (PathDocument.Done step : done) {
            if (finished.add(step.contentId())) {
                engagements.add(new Engagement(
                        "path-done-" + step.contentId(),
                        history.learner(),
                        Instant.parse(step.at()).minusMillis(1),
                        EngagementType.COMPLETE,
                        step.contentId(),
                        null,
                        null,
                        null,
                        null,
                        null));
            }
        }
        engagements.sort(Comparator.comparing(Engagement::occurredAt));
        return new LearnerHistory(
                history.learner(),
                history.profile(),
                engagements,
                history.assessments(),
                history.signals(),
                history.outcomes(),
                history.answers());
    }

    private static Instant deadline(PathRequest request, Instant now) {
        String sent = request.deadline();
        if (sent == null) {
            return now.plus(WEEK.multipliedBy(ASSUMED_WEEKS));
        }
        Instant deadline = IsoTime.instant(sent);
        if (!deadline.isAfter(now) || deadline.isAfter(now.plus(WEEK.multipliedBy(MOST_WEEKS)))) {
            throw InvalidRequestException.invalid(
                    "deadline",
                    "must be after now and at most %d weeks away, was %s".formatted(MOST_WEEKS, Excerpt.of(sent)),
                    ErrorCode.OUT_OF_RANGE);
        }
        return deadline;
    }

    private static void refuseContradictions(PathRequest request) {
        List<String> pinned = ProfileMapping.orEmpty(request.pinnedContentIds());
        for (int i = 0; i < pinned.size(); i++) {
            if (ProfileMapping.orEmpty(request.excludedContentIds()).contains(pinned.get(i))) {
                throw InvalidRequestException.invalid(
                        "pinned_content_ids[%d]".formatted(i),
                        "must not be excluded, too, was \"%s\"".formatted(Excerpt.of(pinned.get(i))),
                        ErrorCode.CONFLICT);
            }
        }
    }

    private static void refuseUnknownRole(PathRequest request, RoleMatcher roles) {
        String role = request.user().targetRole();
        if (role == null || role.isBlank() || roles.match(role).isPresent()) {
            return;
        }
        boolean own = request.targetRole() != null && !request.targetRole().isBlank();
        throw InvalidRequestException.invalid(
                own ? "target_role" : "user_context.target_role",
                "must mean a role of the catalogue, was \"%s\"; nearest: %s"
                        .formatted(Excerpt.of(role), String.join(", ", roles.nearest(role, NEAREST_ROLES))),
                ErrorCode.UNKNOWN_ID);
    }

    private static Set<ContentType> types(PathRequest request) {
        return ProfileMapping.orEmpty(request.contentTypes()).stream()
                .map(ContentType::valueOf)
                .collect(Collectors.toSet());
    }
}
