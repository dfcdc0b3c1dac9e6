package dev.skillpod.core.recommend.state;

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
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.level.AnswerLevels;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * What the learner can do now, per skill: what the profile lets expect, moved by finished contents and corrected by
 * measurements.
 *
 * <p>Each level is a one-dimensional Kalman filter that begins at the expectation of the {@link LevelModel}; measurements
 * correct it, and a finished content lifts its skills by the part of its promise that is usually kept, with an error of its
 * own. Who over- or under-claims does so throughout (Kruger and Dunning 1999), so the mean correction by measurements
 * moves the claims that were never measured, too. Answers to single items move levels where a tracing model knows how answers
 * and levels belong together ({@link AnswerLevels}): a correct one never lowers a level.
 *
 * @param level level in [0, 100]; the expectation where nothing is known
 * @param variance of each level's error, in squared levels
 * @param known whether the learner claimed, trained, answered or measured the skill
 * @param efficiency measured rise per promised level over the contents finished so far, shrunk to what is usual
 */
public record SkillLevels(float[] level, float[] variance, boolean[] known, float efficiency) {
    private static final double LESSON_SD = 5;

    /** Promised levels that a learner of whom nothing was measured counts for. */
    private static final double PRIOR_PROMISE = 60;

    /** Derives the levels from profile, finished contents and assessments, in time order. */
    public static SkillLevels of(LearnerHistory history, OptionalInt role, CatalogIndex index, LevelModel model) {
        return new Filter(history, role, index, model).run();
    }

    private static final class Filter {
        private final LearnerHistory history;
        private final CatalogIndex index;
        private final LevelSpread spread;
        private final Optional<AnswerLevels> answerLevels;
        private final TrainedTracing.@Nullable Numbers numbers;
        private final float[] level;
        private final float[] variance;
        private final boolean[] known;
        private final boolean[] claimed;
        private double corrections;
        private int corrected;
        private double promised;
        private double kept;

        Filter(LearnerHistory history, OptionalInt role, CatalogIndex index, LevelModel model) {
            this.history = history;
            this.index = index;
            this.spread = model.spread();
            this.answerLevels = model.tracing().flatMap(TrainedTracing::answerLevels);
            this.numbers = model.tracing().map(TrainedTracing::numbers).orElse(null);
            this.level = model.prior(history.profile(), role, index);
            this.variance = new float[index.skillCount()];
            this.known = new boolean[index.skillCount()];
            this.claimed = new boolean[index.skillCount()];
        }

        SkillLevels run() {
            Arrays.fill(variance, square(spread.unclaimed()));
            for (LearnerSkill skill : history.profile().skills()) {
                index.catalog().skillIndex(skill.skillId()).ifPresent(this::claim);
            }
            for (LearnerEvent event : inTimeOrder()) {
                switch (event) {
                    case Engagement e -> finish(e.contentId());
                    case Assessment a -> measure(a);
                    case Answer a -> answer(a);
                    case MarketSignal s -> {}
                    case ApplicationOutcome o -> {}
                }
            }
            correctClaims();
            double efficiency = (kept + PRIOR_PROMISE * spread.keptShare()) / (promised + PRIOR_PROMISE);
            return new SkillLevels(level, variance, known, (float) Math.clamp(efficiency, 0.02, 1));
        }

        /** Returns what moves levels; of the same instant finished contents come first, then answers, then measurements. */
        private List<LearnerEvent> inTimeOrder() {
            var events = new ArrayList<LearnerEvent>();
            for (Engagement engagement : history.engagements()) {
                if (engagement.type() == EngagementType.COMPLETE) {
                    events.add(engagement);
                }
            }
            if (answerLevels.isPresent()) {
                events.addAll(history.answers());
            }
            events.addAll(history.assessments());
            events.sort(Comparator.comparing(LearnerEvent::occurredAt));
            return events;
        }

        private void answer(Answer answer) {
            var moves = answerLevels.orElseThrow();
            Question question = requireNonNull(numbers).question(answer);
            for (String skillId : answer.skillIds()) {
                index.catalog().skillIndex(skillId).ifPresent(s -> {
                    level[s] = (float) moves.after(level[s], variance[s], question, answer.correct());
                    variance[s] = (float) moves.variance(level[s], variance[s], question);
                    known[s] = true;
                });
            }
        }

        private void claim(int skill) {
            variance[skill] = square(spread.claimed());
            known[skill] = true;
            claimed[skill] = true;
        }

        private void finish(String contentId) {
            index.catalog().contentIndex(contentId).ifPresent(c -> {
                var content = index.content(c);
                for (int i = 0; i < content.skills().length; i++) {
                    int s = content.skills()[i];
                    level[s] += (float)
                            (spread.keptShare() * content.weights()[i] * Math.max(0, content.levelTo() - level[s]));
                    variance[s] += square(LESSON_SD);
                    known[s] = true;
                }
            });
        }

        private void measure(Assessment assessment) {
            index.catalog().skillIndex(assessment.skillId()).ifPresent(s -> {
                double surprise = assessment.score() - level[s];
                if (claimed[s]) {
                    claimed[s] = false;
                    corrections += surprise;
                    corrected++;
                } else if (known[s]) {
                    countRise(assessment, s, surprise);
                }
                double trust = variance[s] / (variance[s] + square(spread.measurement()));
                level[s] = (float) Math.clamp(level[s] + trust * surprise, 0, 100);
                variance[s] *= (float) (1 - trust);
                known[s] = true;
            });
        }

        /** The level already holds the usual rise of the content just finished, so the surprise comes on top of that. */
        private void countRise(Assessment assessment, int skill, double surprise) {
            String contentId = assessment.contentId();
            if (contentId == null) {
                return;
            }
            index.catalog().contentIndex(contentId).ifPresent(c -> {
                var content = index.content(c);
                for (int i = 0; i < content.skills().length; i++) {
                    if (content.skills()[i] == skill) {
                        double after = level[skill];
                        double share = spread.keptShare() * content.weights()[i];
                        double before = share < 1 ? (after - share * content.levelTo()) / (1 - share) : after;
                        double promise = content.weights()[i] * Math.max(0, content.levelTo() - before);
                        promised += promise;
                        kept += surprise + spread.keptShare() * promise;
                    }
                }
            });
        }

        private void correctClaims() {
            float correction = (float) (corrections / (corrected + spread.priorCorrections()));
            for (int s = 0; s < level.length; s++) {
                if (claimed[s]) {
                    level[s] = Math.clamp(level[s] + correction, 0, 100);
                }
            }
        }

        private static float square(double x) {
            return (float) (x * x);
        }
    }
}
