package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.gap.analysis.Gap;
import dev.skillpod.core.gap.analysis.GapAnalyzer;
import dev.skillpod.core.gap.analysis.GapReport;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.level.SkillLevel;
import dev.skillpod.core.gap.relation.Neighbour;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.gap.requirement.TargetSkill;
import dev.skillpod.core.model.TrainingRun;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Checks what gap analysis promises, learner by learner. */
final class GapPromises {
    /** Levels that rounding may add to a gap. */
    private static final double ROUNDING = 1e-9;

    /** Differences below this are no gap. */
    private static final double LEAST = 0.5;

    /** What happens with jobs that are still open to the learner. */
    private static final Set<SignalType> PENDING =
            Set.of(SignalType.JOB_VIEW, SignalType.JOB_APPLICATION, SignalType.JOB_REJECTION);

    private final GapAnalyzer analyzer;
    private final SkillRelations relations;
    private final Catalog catalog;
    private final Map<String, JobPosting> postings = new HashMap<>();
    private final GeneratedLearners learners;

    GapPromises(GapAnalyzer analyzer, SkillRelations relations, Catalog catalog, List<JobPosting> postings) {
        this.analyzer = analyzer;
        this.relations = relations;
        this.catalog = catalog;
        postings.forEach(posting -> this.postings.put(posting.id(), posting));
        this.learners = new GeneratedLearners(catalog, postings);
    }

    /** What was checked, and how often it did not hold. */
    record Tally(
            int learners,
            long gaps,
            long requirementChecks,
            long missedRequirements,
            long gapChecks,
            long wrongGaps,
            long added,
            long grownByAdding,
            long raised,
            long grownByRaising) {
        private Tally plus(Tally other) {
            return new Tally(
                    learners + other.learners,
                    gaps + other.gaps,
                    requirementChecks + other.requirementChecks,
                    missedRequirements + other.missedRequirements,
                    gapChecks + other.gapChecks,
                    wrongGaps + other.wrongGaps,
                    added + other.added,
                    grownByAdding + other.grownByAdding,
                    raised + other.raised,
                    grownByRaising + other.grownByRaising);
        }
    }

    /** Generates learners and checks each. */
    Tally check(int count, TrainingRun run) {
        var tally = new Tally(0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        for (int i = 0; i < count; i++) {
            tally = tally.plus(one(run.random("gaps.promises", i)));
            if (i % 500 == 499) {
                run.progress().report("checking generated learners", i + 1, count);
            }
        }
        return tally;
    }

    private Tally one(RandomGenerator random) {
        GapRequest request = learners.draw(random);
        GapReport report = analyzer.analyze(request);
        Set<String> expected = expectedRequirements(request);
        var found = new HashMap<String, Double>();
        report.requirements().forEach(requirement -> found.put(requirement.skillId(), requirement.level()));
        long missed =
                expected.stream().filter(skill -> !found.containsKey(skill)).count()
                        + request.targets().stream()
                                .filter(target -> last(request, target))
                                .filter(target -> found.getOrDefault(target.skillId(), -1.0) != target.requiredLevel())
                                .count();
        Map<String, Double> sizes = sizes(report);
        GapRequest more = withSkillAdded(request, report, random);
        long raised = 0;
        long grownByRaising = 0;
        for (LearnerSkill skill : request.learner().profile().skills()) {
            raised++;
            grownByRaising += grown(sizes, analyzer.analyze(withLevelRaised(request, skill, random)));
        }
        return new Tally(
                1,
                report.gaps().size(),
                expected.size() + request.targets().size(),
                missed,
                found.size(),
                wrongGaps(report, sizes),
                1,
                grown(sizes, analyzer.analyze(more)),
                raised,
                grownByRaising);
    }

    /** Returns what must be required: targets, the role's skills, and the skills of jobs applied to within a week. */
    private Set<String> expectedRequirements(GapRequest request) {
        var expected = new HashSet<String>();
        request.targets().forEach(target -> expected.add(target.skillId()));
        String target = request.learner().profile().targetRole();
        if (target != null && catalog.role(target).isPresent()) {
            catalog.role(target).orElseThrow().requirements().stream()
                    .map(SkillRequirement::skillId)
                    .forEach(expected::add);
        }
        var answered = new HashSet<String>();
        request.learner().outcomes().forEach(outcome -> answered.add(outcome.jobId()));
        for (MarketSignal signal : request.learner().signals()) {
            if (signal.jobId() != null && !PENDING.contains(signal.type())) {
                answered.add(signal.jobId());
            }
        }
        for (MarketSignal signal : request.learner().signals()) {
            String job = signal.jobId();
            boolean fresh = signal.occurredAt().isAfter(request.asOf().minus(Duration.ofDays(7)));
            if (fresh && job != null && !answered.contains(job)) {
                JobPosting posting = postings.get(job);
                if (posting == null) {
                    expected.addAll(signal.skillIds());
                } else {
                    posting.skills().forEach(asked -> expected.add(asked.skillId()));
                }
            }
        }
        return expected;
    }

    /** Counts requirements that are a gap and should not be, or the reverse, or are one of another size. */
    private long wrongGaps(GapReport report, Map<String, Double> sizes) {
        long wrong = sizes.size() == report.gaps().size() ? 0 : 1;
        for (Requirement requirement : report.requirements()) {
            double reached = level(report, requirement.skillId());
            var skill = catalog.skillIndex(requirement.skillId());
            if (skill.isPresent()) {
                for (Neighbour neighbour : relations.of(skill.getAsInt())) {
                    String other = catalog.skills().get(neighbour.skill()).id();
                    reached = Math.max(reached, neighbour.transfer() * level(report, other));
                }
            }
            double size = requirement.level() - reached;
            double told = sizes.getOrDefault(requirement.skillId(), 0.0);
            wrong += Math.abs((size < LEAST ? 0 : size) - told) > ROUNDING ? 1 : 0;
        }
        return wrong;
    }

    private static double level(GapReport report, String skill) {
        return report.levels().getOrDefault(skill, SkillLevel.none()).level();
    }

    private static Map<String, Double> sizes(GapReport report) {
        var sizes = new HashMap<String, Double>();
        for (Gap gap : report.gaps()) {
            sizes.put(gap.requirement().skillId(), gap.size());
        }
        return sizes;
    }

    private static long grown(Map<String, Double> before, GapReport after) {
        return after.gaps().stream()
                .filter(gap ->
                        gap.size() > before.getOrDefault(gap.requirement().skillId(), 0.0) + ROUNDING)
                .count();
    }

    private static boolean last(GapRequest request, TargetSkill target) {
        List<TargetSkill> same = request.targets().stream()
                .filter(t -> t.skillId().equals(target.skillId()))
                .toList();
        return same.getLast() == target;
    }

    private GapRequest withSkillAdded(GapRequest request, GapReport report, RandomGenerator random) {
        var skills = new ArrayList<>(request.learner().profile().skills());
        String id =
                catalog.skills().get(random.nextInt(catalog.skills().size())).id();
        if (report.levels().containsKey(id)) {
            return request;
        }
        skills.add(new LearnerSkill(id, random.nextInt(101), null));
        return with(request, skills, id);
    }

    private static GapRequest withLevelRaised(GapRequest request, LearnerSkill raised, RandomGenerator random) {
        int level = raised.level() + random.nextInt(101 - raised.level());
        List<LearnerSkill> skills = request.learner().profile().skills().stream()
                .map(skill -> skill.equals(raised)
                        ? new LearnerSkill(skill.skillId(), level, skill.yearsExperience())
                        : skill)
                .toList();
        return with(request, skills, null);
    }

    private static GapRequest with(
            GapRequest request, List<LearnerSkill> skills, @org.jspecify.annotations.Nullable String requested) {
        LearnerHistory learner = request.learner();
        LearnerProfile said = learner.profile();
        var profile = new LearnerProfile(
                skills,
                said.careerGoals(),
                said.targetRole(),
                said.experienceLevel(),
                said.learningStyle(),
                said.weeklyLearningHours());
        var history = new LearnerHistory(
                learner.learner(),
                profile,
                learner.engagements(),
                learner.assessments(),
                learner.signals(),
                learner.outcomes());
        Map<String, Optional<Instant>> levels = new HashMap<>(request.requested());
        if (requested != null) {
            levels.put(requested, Optional.empty());
        }
        return new GapRequest(history, levels, request.targets(), request.asOf());
    }
}
