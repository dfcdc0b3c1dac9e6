package dev.skillpod.core.gap.requirement;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.recommend.state.MarketPressure;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads off a learner's market activity which skills it asks for. Everything that happened with one job counts once, by what
 * presses most, recent things more; a job that was won presses little. What names no job counts by itself. A job of which the posting is known asks for the
 * posting's skills and levels, another one for the skills of its signals at the level that is usual.
 */
public final class MarketEvidence {
    /** The most jobs that evidence names. */
    public static final int MOST_JOBS = 5;

    /** Pressure below which a skill is not taken to be asked for: half of one job just looked at. */
    public static final double LEAST_PRESSURE = 0.1;

    private final Postings postings;
    private final UsualLevels usual;

    /** Makes a reader over what is known of postings. */
    public MarketEvidence(Postings postings, UsualLevels usual) {
        this.postings = postings;
        this.usual = usual;
    }

    /** How far the learner came with a job, the furthest last. */
    private enum Stage {
        VIEWED,
        APPLIED,
        REJECTED,
        WON
    }

    private static final class Job {
        private final @Nullable String id;
        private final Map<String, Double> levels = new LinkedHashMap<>();
        private double pressure;
        private Stage stage = Stage.VIEWED;

        Job(@Nullable String id) {
            this.id = id;
        }

        /** What presses most counts; of a job that was won, whatever came before does not press any more. */
        void happened(double weight, Stage what) {
            boolean justWon = what == Stage.WON && stage != Stage.WON;
            if (justWon || (what == Stage.WON) == (stage == Stage.WON)) {
                pressure = justWon ? weight : Math.max(pressure, weight);
            }
            stage = what.compareTo(stage) > 0 ? what : stage;
        }
    }

    private static final class Tally {
        private final List<Job> jobs = new ArrayList<>();
        private double levels;
        private double pressure;
        private int searched;
        private int competitors;
        private int trends;

        void add(double weight, double level) {
            pressure += weight;
            levels += weight * level;
        }
    }

    /** Returns the evidence by skill id, skills in order of their first signal. Only what happened before {@code asOf} counts. */
    public Map<String, Evidence.ByMarket> of(LearnerHistory everything, Instant asOf) {
        LearnerHistory history = everything.before(asOf);
        var jobs = new LinkedHashMap<String, Job>();
        var tallies = new LinkedHashMap<String, Tally>();
        for (MarketSignal signal : history.signals()) {
            double weight = MarketPressure.weight(signal.type(), signal.outcome())
                    * MarketPressure.recency(signal.occurredAt(), asOf);
            Stage stage = stage(signal);
            if (stage == null) {
                aside(signal, weight, tallies);
            } else {
                double presses = stage == Stage.WON
                        ? MarketPressure.weight(Outcome.HIRED) * MarketPressure.recency(signal.occurredAt(), asOf)
                        : weight;
                job(signal.jobId(), signal.eventId(), signal.skillIds(), jobs).happened(presses, stage);
            }
        }
        for (ApplicationOutcome outcome : history.outcomes()) {
            double weight =
                    MarketPressure.weight(outcome.outcome()) * MarketPressure.recency(outcome.occurredAt(), asOf);
            job(outcome.jobId(), outcome.eventId(), outcome.skillIds(), jobs)
                    .happened(weight, stage(outcome.outcome()));
        }
        for (Job job : jobs.values()) {
            job.levels.forEach((skill, level) -> {
                Tally tally = tallies.computeIfAbsent(skill, s -> new Tally());
                tally.add(job.pressure, level);
                tally.jobs.add(job);
            });
        }
        var evidence = new LinkedHashMap<String, Evidence.ByMarket>();
        tallies.forEach((skill, tally) -> evidence(tally).ifPresent(e -> evidence.put(skill, e)));
        return evidence;
    }

    private void aside(MarketSignal signal, double weight, Map<String, Tally> tallies) {
        for (String skill : signal.skillIds()) {
            Tally tally = tallies.computeIfAbsent(skill, s -> new Tally());
            tally.add(weight, usual.of(skill));
            switch (signal.type()) {
                case COMPETITOR_ANALYSIS -> tally.competitors++;
                case MARKET_TREND -> tally.trends++;
                default -> tally.searched++;
            }
        }
    }

    private Job job(@Nullable String jobId, String eventId, List<String> skillIds, Map<String, Job> jobs) {
        String named = jobId == null || jobId.isBlank() ? null : jobId;
        Job job = jobs.computeIfAbsent(named == null ? "event " + eventId : "job " + named, k -> new Job(named));
        Optional<JobPosting> posting = named == null ? Optional.empty() : postings.find(named);
        if (posting.isPresent()) {
            for (AskedSkill asked : posting.get().skills()) {
                Integer level = asked.level();
                job.levels.put(asked.skillId(), level == null ? usual.of(asked.skillId()) : level);
            }
        } else {
            skillIds.forEach(skill -> job.levels.put(skill, usual.of(skill)));
        }
        return job;
    }

    private static Optional<Evidence.ByMarket> evidence(Tally tally) {
        if (tally.pressure < LEAST_PRESSURE) {
            return Optional.empty();
        }
        int[] stages = new int[Stage.values().length];
        tally.jobs.forEach(job -> stages[job.stage.ordinal()]++);
        List<String> ids = tally.jobs.stream()
                .sorted(Comparator.comparingDouble((Job job) -> job.pressure).reversed())
                .flatMap(job -> Optional.ofNullable(job.id).stream())
                .limit(MOST_JOBS)
                .toList();
        var counts = new SignalCounts(
                stages[Stage.VIEWED.ordinal()],
                stages[Stage.APPLIED.ordinal()],
                stages[Stage.REJECTED.ordinal()],
                stages[Stage.WON.ordinal()],
                tally.searched,
                tally.competitors,
                tally.trends);
        return Optional.of(
                new Evidence.ByMarket(tally.levels / tally.pressure, -Math.expm1(-tally.pressure), counts, ids));
    }

    /** Returns what a signal says of a job, or null when it is about no job. */
    private static @Nullable Stage stage(MarketSignal signal) {
        Stage stage = switch (signal.type()) {
            case JOB_VIEW -> Stage.VIEWED;
            case JOB_APPLICATION -> Stage.APPLIED;
            case JOB_REJECTION -> Stage.REJECTED;
            case JOB_ACCEPTANCE, CONTRACT_STARTED, CONTRACT_COMPLETED, CLIENT_FEEDBACK -> Stage.WON;
            case SKILL_SEARCH, PROFILE_GAP, COMPETITOR_ANALYSIS, MARKET_TREND, CERTIFICATION_REQUIRED -> null;
        };
        Outcome outcome = signal.outcome();
        if (stage == null || outcome == null) {
            return stage;
        }
        Stage told = stage(outcome);
        return told.compareTo(stage) > 0 ? told : stage;
    }

    private static Stage stage(Outcome outcome) {
        return switch (outcome) {
            case REJECTED, IGNORED -> Stage.REJECTED;
            case VIEWED, SHORTLISTED, INTERVIEWED, WITHDRAWN -> Stage.APPLIED;
            case HIRED -> Stage.WON;
        };
    }
}
