package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerSkill;

/**
 * What the learner can do now, per skill: the self-report, moved by finished contents and corrected by measurements.
 *
 * <p>Each level is a one-dimensional Kalman filter: self-reports are off by {@value #SELF_REPORT_SD} levels, measurements
 * by {@value #MEASUREMENT_SD}, and a finished content lifts its skills by a part of what it promises, with an error of its
 * own. Who over- or under-claims does so throughout (Kruger and Dunning 1999), so the mean correction by measurements moves
 * the self-reports that were never measured, too.
 *
 * @param level level in [0, 100]; 0 where nothing is known
 * @param known whether anything is known
 * @param efficiency measured rise per promised level over the contents finished so far, shrunk to {@value #USUAL_EFFICIENCY}
 */
public record SkillLevels(float[] level, boolean[] known, float efficiency) {
    /** The part of a promise that is usually kept. */
    static final float USUAL_EFFICIENCY = 0.2f;

    static final double SELF_REPORT_SD = 12;
    static final double MEASUREMENT_SD = 6;
    private static final double LESSON_SD = 5;
    private static final double UNKNOWN_SD = 20;

    /** Promised levels and corrections that a learner of whom nothing was measured counts for. */
    private static final double PRIOR_PROMISE = 60;

    private static final double PRIOR_CORRECTIONS = 1.5;

    /** Derives the levels from profile, finished contents and assessments, in time order. */
    public static SkillLevels of(LearnerHistory history, CatalogIndex index) {
        return new Filter(history, index).run();
    }

    private static final class Filter {
        private final LearnerHistory history;
        private final CatalogIndex index;
        private final float[] level;
        private final double[] variance;
        private final boolean[] known;
        private final boolean[] claimed;
        private double corrections;
        private int corrected;
        private double promised;
        private double kept;

        Filter(LearnerHistory history, CatalogIndex index) {
            this.history = history;
            this.index = index;
            this.level = new float[index.skillCount()];
            this.variance = new double[index.skillCount()];
            this.known = new boolean[index.skillCount()];
            this.claimed = new boolean[index.skillCount()];
        }

        SkillLevels run() {
            java.util.Arrays.fill(variance, UNKNOWN_SD * UNKNOWN_SD);
            for (LearnerSkill skill : history.profile().skills()) {
                index.catalog().skillIndex(skill.skillId()).ifPresent(s -> claim(s, skill.level()));
            }
            int next = 0;
            for (Engagement engagement : history.engagements()) {
                if (engagement.type() != EngagementType.COMPLETE) {
                    continue;
                }
                while (next < history.assessments().size()
                        && history.assessments().get(next).occurredAt().isBefore(engagement.occurredAt())) {
                    measure(history.assessments().get(next++));
                }
                finish(engagement.contentId());
            }
            while (next < history.assessments().size()) {
                measure(history.assessments().get(next++));
            }
            correctClaims();
            double efficiency = (kept + PRIOR_PROMISE * USUAL_EFFICIENCY) / (promised + PRIOR_PROMISE);
            return new SkillLevels(level, known, (float) Math.clamp(efficiency, 0.02, 1));
        }

        private void claim(int skill, int claimedLevel) {
            level[skill] = claimedLevel;
            variance[skill] = SELF_REPORT_SD * SELF_REPORT_SD;
            known[skill] = true;
            claimed[skill] = true;
        }

        private void finish(String contentId) {
            index.catalog().contentIndex(contentId).ifPresent(c -> {
                var content = index.content(c);
                for (int i = 0; i < content.skills().length; i++) {
                    int s = content.skills()[i];
                    level[s] += USUAL_EFFICIENCY * content.weights()[i] * Math.max(0, content.levelTo() - level[s]);
                    variance[s] += LESSON_SD * LESSON_SD;
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
                double trust = variance[s] / (variance[s] + MEASUREMENT_SD * MEASUREMENT_SD);
                level[s] = (float) Math.clamp(level[s] + trust * surprise, 0, 100);
                variance[s] *= 1 - trust;
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
                        double share = USUAL_EFFICIENCY * content.weights()[i];
                        double before = share < 1 ? (after - share * content.levelTo()) / (1 - share) : after;
                        double promise = content.weights()[i] * Math.max(0, content.levelTo() - before);
                        promised += promise;
                        kept += surprise + USUAL_EFFICIENCY * promise;
                    }
                }
            });
        }

        private void correctClaims() {
            float correction = (float) (corrections / (corrected + PRIOR_CORRECTIONS));
            for (int s = 0; s < level.length; s++) {
                if (claimed[s]) {
                    level[s] = Math.clamp(level[s] + correction, 0, 100);
                }
            }
        }
    }
}
