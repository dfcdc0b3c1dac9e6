package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerSkill;

/**
 * What the learner can do now, per skill: the self-reported level, moved by finished contents and replaced by
 * measurements.
 *
 * <p>A self-report and a measurement of the same skill are averaged at one to three, because self-reports are noisy; a
 * finished content lifts each of its skills by half of what it promises (see docs/models/recommender.md).
 *
 * @param level level in [0, 100]; 0 where nothing is known
 * @param known whether anything is known
 */
public record SkillLevels(float[] level, boolean[] known) {
    private static final float PROMISE_KEPT = 0.5f;
    private static final float TRUST_IN_MEASUREMENT = 0.75f;

    /** Derives the levels from profile, finished contents and assessments, in time order. */
    public static SkillLevels of(LearnerHistory history, CatalogIndex index) {
        var level = new float[index.skillCount()];
        var known = new boolean[index.skillCount()];
        for (LearnerSkill skill : history.profile().skills()) {
            index.catalog().skillIndex(skill.skillId()).ifPresent(s -> {
                level[s] = skill.level();
                known[s] = true;
            });
        }
        var levels = new SkillLevels(level, known);
        int next = 0;
        for (Engagement engagement : history.engagements()) {
            while (next < history.assessments().size()
                    && history.assessments().get(next).occurredAt().isBefore(engagement.occurredAt())) {
                levels.measure(history.assessments().get(next++), index);
            }
            if (engagement.type() == EngagementType.COMPLETE) {
                levels.finish(engagement.contentId(), index);
            }
        }
        while (next < history.assessments().size()) {
            levels.measure(history.assessments().get(next++), index);
        }
        return levels;
    }

    private void finish(String contentId, CatalogIndex index) {
        index.catalog().contentIndex(contentId).ifPresent(c -> {
            var content = index.content(c);
            for (int i = 0; i < content.skills().length; i++) {
                int s = content.skills()[i];
                float promise = Math.max(0, content.levelTo() - level[s]);
                level[s] += PROMISE_KEPT * Math.min(1, 2 * content.weights()[i]) * promise;
                known[s] = true;
            }
        });
    }

    private void measure(Assessment assessment, CatalogIndex index) {
        index.catalog().skillIndex(assessment.skillId()).ifPresent(s -> {
            float score = (float) assessment.score();
            level[s] = known[s] ? level[s] + TRUST_IN_MEASUREMENT * (score - level[s]) : score;
            known[s] = true;
        });
    }
}
