package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.requirement.TargetSkill;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws learners of every kind over a catalogue: with and without a role, targets, signals, outcomes and measurements. */
final class GeneratedLearners {
    private static final Instant NOW = Instant.parse("2026-11-01T00:00:00Z");
    private static final LearnerKey LEARNER = new LearnerKey("generated", "learner");
    private static final int MOST_SKILLS = 12;
    private static final int MOST_EVENTS = 8;

    private final Catalog catalog;
    private final List<JobPosting> postings;

    GeneratedLearners(Catalog catalog, List<JobPosting> postings) {
        this.catalog = catalog;
        this.postings = postings;
    }

    /** Draws the request of one learner. */
    GapRequest draw(RandomGenerator random) {
        var skills = new LinkedHashMap<String, LearnerSkill>();
        Map<String, Optional<Instant>> requested = new HashMap<>();
        for (int i = random.nextInt(MOST_SKILLS + 1); i > 0; i--) {
            String id = skill(random);
            skills.put(
                    id,
                    new LearnerSkill(id, random.nextInt(101), random.nextBoolean() ? 12 * random.nextDouble() : null));
            if (random.nextBoolean()) {
                requested.put(id, random.nextBoolean() ? Optional.empty() : Optional.of(past(1500, random)));
            }
        }
        var profile = new LearnerProfile(
                List.copyOf(skills.values()), goals(random), role(random), null, null, 1 + random.nextInt(80));
        var assessments = new ArrayList<Assessment>();
        var engagements = new ArrayList<Engagement>();
        var signals = new ArrayList<MarketSignal>();
        var outcomes = new ArrayList<ApplicationOutcome>();
        for (int i = 0; i < MOST_EVENTS; i++) {
            if (random.nextDouble() < 0.3) {
                assessments.add(
                        new Assessment("a" + i, LEARNER, past(1500, random), skill(random), random.nextInt(101), null));
            }
            if (random.nextDouble() < 0.3) {
                engagements.add(finished("e" + i, random));
            }
            if (random.nextDouble() < 0.5) {
                signals.add(signal("s" + i, random));
            }
            if (random.nextDouble() < 0.2) {
                outcomes.add(outcome("o" + i, random));
            }
        }
        Comparator<LearnerEvent> byTime = Comparator.comparing(LearnerEvent::occurredAt);
        assessments.sort(byTime);
        engagements.sort(byTime);
        signals.sort(byTime);
        outcomes.sort(byTime);
        var history = new LearnerHistory(LEARNER, profile, engagements, assessments, signals, outcomes);
        return new GapRequest(history, requested, targets(random), NOW);
    }

    private List<TargetSkill> targets(RandomGenerator random) {
        var targets = new ArrayList<TargetSkill>();
        for (int i = random.nextInt(4); i > 0; i--) {
            String id = random.nextDouble() < 0.1 ? "unknown-" + i : skill(random);
            targets.add(new TargetSkill(id, id, random.nextInt(101)));
        }
        return targets;
    }

    private @Nullable String role(RandomGenerator random) {
        return random.nextBoolean()
                ? catalog.roles().get(random.nextInt(catalog.roles().size())).id()
                : null;
    }

    private List<String> goals(RandomGenerator random) {
        return random.nextDouble() < 0.2
                ? List.of("Work as "
                        + catalog.roles()
                                .get(random.nextInt(catalog.roles().size()))
                                .title())
                : List.of();
    }

    private Engagement finished(String id, RandomGenerator random) {
        String content = catalog.contents()
                .get(random.nextInt(catalog.contents().size()))
                .id();
        return new Engagement(
                id, LEARNER, past(1000, random), EngagementType.COMPLETE, content, null, null, null, null, null);
    }

    private MarketSignal signal(String id, RandomGenerator random) {
        SignalType type = SignalType.values()[random.nextInt(SignalType.values().length)];
        boolean ofJob = type.name().startsWith("JOB_") || type.name().startsWith("CONTRACT_");
        JobPosting job = ofJob && random.nextDouble() < 0.7 ? posting(random) : null;
        List<String> skills = job == null
                ? List.of(skill(random))
                : job.skills().stream().map(AskedSkill::skillId).toList();
        String jobId = job != null ? job.id() : ofJob ? "elsewhere-" + random.nextInt(5) : null;
        return new MarketSignal(id, LEARNER, past(90, random), type, skills, jobId, null, null);
    }

    private ApplicationOutcome outcome(String id, RandomGenerator random) {
        JobPosting job = posting(random);
        Outcome outcome = Outcome.values()[random.nextInt(Outcome.values().length)];
        List<String> skills = job.skills().stream().map(AskedSkill::skillId).toList();
        return new ApplicationOutcome(id, LEARNER, past(90, random), job.id(), outcome, skills, null);
    }

    private JobPosting posting(RandomGenerator random) {
        return postings.get(random.nextInt(postings.size()));
    }

    private String skill(RandomGenerator random) {
        return catalog.skills().get(random.nextInt(catalog.skills().size())).id();
    }

    private static Instant past(int days, RandomGenerator random) {
        return NOW.minus(Duration.ofMinutes(1 + random.nextInt(days * 1440)));
    }
}
