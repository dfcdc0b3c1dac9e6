package dev.skillpod.core.gap.level;

import static java.util.Objects.requireNonNull;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.gap.level.SkillLevel.Source;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.level.AnswerLevels;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Levels as the learner reports them and as they were measured. A level in the request is taken as it is: nobody knows more.
 * Without one, the stored profile is corrected by every assessment, which is trusted {@value #TRUST} against what was known, and
 * lifted by finished contents; the first assessment of a skill that was never claimed is taken as it is. Where a tracing model reads them, answers to single items
 * move levels: a correct one never lowers a level, a wrong one never raises it. What is left of a skill
 * that is not used says {@link Retention}; what counts as use are assessments, correct answers, finished contents, contracts and the date that
 * the request names.
 */
public final class ReportedLevels implements CurrentLevels {
    /** Trust in one assessment: the variance of a claim (12 levels) over that and the variance of a measurement (6). */
    private static final double TRUST = 0.8;

    /** Part of what a content promises that who finishes it is taken to keep. */
    private static final double KEPT = 0.2;

    /** Variance of a claim, of a skill of which nothing is known, of a measurement, and what a finished content adds; squared levels. */
    private static final double CLAIM_VARIANCE = 144;

    private static final double UNKNOWN_VARIANCE = 900;
    private static final double MEASUREMENT_VARIANCE = 36;
    private static final double LESSON_VARIANCE = 25;

    private final Map<String, SkillLevel> levels = new HashMap<>();

    private ReportedLevels() {}

    /** What is known of one skill while events are read; without a claim and with one, so that a claim never lowers a level. */
    private static final class Track {
        private final @Nullable Double claim;
        private final @Nullable Double years;
        private Source source;
        private double claimed;
        private double unclaimed;
        private double claimedVariance = CLAIM_VARIANCE;
        private double unclaimedVariance = UNKNOWN_VARIANCE;
        private boolean measured;
        private @Nullable Instant lastUsed;

        Track(@Nullable Double claim, @Nullable Double years) {
            this.claim = claim;
            this.years = years;
            this.claimed = claim == null ? 0 : claim;
            this.source = claim == null ? Source.NONE : Source.PROFILE;
        }

        void measure(double score, Instant at) {
            claimed += TRUST * (score - claimed);
            unclaimed += (measured ? TRUST : 1) * (score - unclaimed);
            claimedVariance = measured(claimedVariance);
            unclaimedVariance = measured ? measured(unclaimedVariance) : MEASUREMENT_VARIANCE;
            measured = true;
            source = Source.ASSESSMENT;
            used(at);
        }

        private static double measured(double variance) {
            return 1 / (1 / variance + 1 / MEASUREMENT_VARIANCE);
        }

        /** Variances move by events alone, never by levels: of two levels, the higher one stays the higher one. */
        void answer(Question question, boolean correct, Instant at, AnswerLevels moves) {
            claimed = moves.after(claimed, claimedVariance, question, correct);
            unclaimed = moves.after(unclaimed, unclaimedVariance, question, correct);
            claimedVariance = moves.variance(claimedVariance, question);
            unclaimedVariance = moves.variance(unclaimedVariance, question);
            source = source == Source.ASSESSMENT ? source : Source.ANSWERS;
            if (correct) {
                used(at);
            }
        }

        void finish(double share, double levelTo, Instant at) {
            claimed += KEPT * share * Math.max(0, levelTo - claimed);
            unclaimed += KEPT * share * Math.max(0, levelTo - unclaimed);
            claimedVariance += LESSON_VARIANCE;
            unclaimedVariance += LESSON_VARIANCE;
            source = source == Source.NONE ? Source.CONTENT : source;
            used(at);
        }

        void used(Instant at) {
            lastUsed = lastUsed == null || at.isAfter(lastUsed) ? at : lastUsed;
        }

        SkillLevel level(Instant asOf) {
            double level = claim == null ? unclaimed : Math.max(claimed, unclaimed);
            return new SkillLevel(level * Retention.share(lastUsed, years, asOf), level, source, lastUsed, years);
        }
    }

    /**
     * Reads a learner's levels.
     *
     * @param everything profile and events; what is not before {@code asOf} does not count
     * @param requested skills whose level the request itself says, with the date of last use it names or empty
     */
    public static ReportedLevels of(
            LearnerHistory everything, Map<String, Optional<Instant>> requested, Catalog catalog, Instant asOf) {
        return of(everything, requested, catalog, asOf, null);
    }

    /**
     * Reads a learner's levels.
     *
     * @param everything profile and events; what is not before {@code asOf} does not count
     * @param requested skills whose level the request itself says, with the date of last use it names or empty
     * @param tracing what reads answers to single items, or null: then they do not count
     */
    public static ReportedLevels of(
            LearnerHistory everything,
            Map<String, Optional<Instant>> requested,
            Catalog catalog,
            Instant asOf,
            @Nullable TrainedTracing tracing) {
        LearnerHistory history = everything.before(asOf);
        var tracks = new HashMap<String, Track>();
        for (LearnerSkill skill : history.profile().skills()) {
            tracks.put(skill.skillId(), new Track((double) skill.level(), skill.yearsExperience()));
        }
        replay(history, tracks, catalog, tracing);
        var levels = new ReportedLevels();
        tracks.forEach((id, track) -> levels.levels.put(id, track.level(asOf)));
        for (LearnerSkill skill : history.profile().skills()) {
            Optional<Instant> lastUsed = requested.get(skill.skillId());
            if (lastUsed != null) {
                levels.levels.put(skill.skillId(), asSaid(skill, lastUsed.orElse(null), asOf));
            }
        }
        return levels;
    }

    @Override
    public SkillLevel of(String skillId) {
        return levels.getOrDefault(skillId, SkillLevel.none());
    }

    /** Returns all skills of which anything is known. */
    public Map<String, SkillLevel> all() {
        return Map.copyOf(levels);
    }

    private static SkillLevel asSaid(LearnerSkill skill, @Nullable Instant lastUsed, Instant asOf) {
        double share = Retention.share(lastUsed, skill.yearsExperience(), asOf);
        return new SkillLevel(skill.level() * share, skill.level(), Source.REQUEST, lastUsed, skill.yearsExperience());
    }

    private static void replay(
            LearnerHistory history, Map<String, Track> tracks, Catalog catalog, @Nullable TrainedTracing tracing) {
        Optional<AnswerLevels> moves = tracing == null ? Optional.empty() : tracing.answerLevels();
        var events = new ArrayList<LearnerEvent>();
        for (Engagement engagement : history.engagements()) {
            if (engagement.type() == EngagementType.COMPLETE) {
                events.add(engagement);
            }
        }
        if (moves.isPresent()) {
            events.addAll(history.answers());
        }
        events.addAll(history.assessments());
        events.sort(Comparator.comparing(LearnerEvent::occurredAt));
        TrainedTracing.Numbers numbers = tracing == null ? null : tracing.numbers();
        for (LearnerEvent event : events) {
            switch (event) {
                case Engagement e ->
                    catalog.content(e.contentId()).ifPresent(content -> finish(content, e.occurredAt(), tracks));
                case Assessment a -> measure(a, tracks);
                case Answer a -> answer(a, requireNonNull(numbers).question(a), moves.orElseThrow(), tracks);
                case MarketSignal s -> {}
                case ApplicationOutcome o -> {}
            }
        }
        for (MarketSignal signal : history.signals()) {
            switch (signal.type()) {
                case CONTRACT_STARTED, CONTRACT_COMPLETED, CLIENT_FEEDBACK ->
                    use(signal.skillIds(), signal.occurredAt(), tracks);
                default -> {}
            }
        }
        for (ApplicationOutcome outcome : history.outcomes()) {
            if (outcome.outcome() == Outcome.HIRED) {
                use(outcome.skillIds(), outcome.occurredAt(), tracks);
            }
        }
    }

    private static void measure(Assessment assessment, Map<String, Track> tracks) {
        tracks.computeIfAbsent(assessment.skillId(), s -> new Track(null, null))
                .measure(assessment.score(), assessment.occurredAt());
    }

    private static void answer(Answer answer, Question question, AnswerLevels moves, Map<String, Track> tracks) {
        for (String skillId : answer.skillIds()) {
            tracks.computeIfAbsent(skillId, s -> new Track(null, null))
                    .answer(question, answer.correct(), answer.occurredAt(), moves);
        }
    }

    private static void finish(Content content, Instant at, Map<String, Track> tracks) {
        for (SkillWeight taught : content.skills()) {
            tracks.computeIfAbsent(taught.skillId(), s -> new Track(null, null))
                    .finish(taught.weight(), content.levelTo(), at);
        }
    }

    private static void use(List<String> skillIds, Instant at, Map<String, Track> tracks) {
        for (String skill : skillIds) {
            Track track = tracks.get(skill);
            if (track != null) {
                track.used(at);
            }
        }
    }
}
