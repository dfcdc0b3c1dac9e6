package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.recommend.SkillGap;
import dev.skillpod.core.tracing.memory.LearnerMemory;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One learner at one instant, in the catalogue's indexes: all that generators and features may look at.
 *
 * @param index the catalogue
 * @param asOf the instant; nothing later is in here
 * @param profile what the learner says
 * @param levels what the learner can do
 * @param needs what the learner works towards
 * @param pressure what the market asks of the learner
 * @param touches what the learner did with which content
 * @param memory what is left of what answers to single items have shown
 * @param goalVector the meaning of goals, role and largest gaps together, of length 1, or null when there is none
 * @param interestVector the meaning of the contents the learner engaged with, of length 1, or null when there is none
 */
public record LearnerState(
        CatalogIndex index,
        Instant asOf,
        LearnerProfile profile,
        SkillLevels levels,
        Needs needs,
        MarketPressure pressure,
        Touches touches,
        LearnerMemory memory,
        float @Nullable [] goalVector,
        float @Nullable [] interestVector) {
    /** Resolves what is known of a learner before {@code asOf}. */
    public static LearnerState of(
            CatalogIndex index,
            RoleMatcher roles,
            LevelModel model,
            LearnerHistory everything,
            List<SkillGap> gaps,
            Instant asOf) {
        LearnerHistory history = everything.before(asOf);
        LearnerProfile profile = history.profile();
        OptionalInt role = roles.match(history);
        SkillLevels levels = SkillLevels.of(history, role, index, model);
        MarketPressure pressure = MarketPressure.of(history, index, asOf);
        Needs needs = Needs.of(role, gaps, pressure, levels, index);
        Touches touches = Touches.of(history, index);
        return new LearnerState(
                index,
                asOf,
                profile,
                levels,
                needs,
                pressure,
                touches,
                model.tracing()
                        .map(tracing -> LearnerMemory.of(tracing, history.answers(), asOf))
                        .orElse(LearnerMemory.none()),
                goalVector(profile, needs, levels, index),
                interestVector(touches, index));
    }

    /** Returns whether the learner did anything that shows an interest. */
    public boolean hasHistory() {
        return interestVector != null;
    }

    /** Returns whether anything else is known: skills, role, goals, gaps or market activity. */
    public boolean hasProfile() {
        if (goalVector != null || !profile.skills().isEmpty()) {
            return true;
        }
        for (float p : pressure.pressure()) {
            if (p > 0) {
                return true;
            }
        }
        return false;
    }

    /** Returns the mean share of the required level reached over a skill's prerequisites, in [0, 1]; 1 without any. */
    public double readiness(int skill) {
        var requires = index.skill(skill);
        double sum = 0;
        for (int i = 0; i < requires.requires().length; i++) {
            float level = levels.level()[requires.requires()[i]];
            sum += requires.levels()[i] <= 0 ? 1 : Math.min(1, level / requires.levels()[i]);
        }
        return requires.requires().length == 0 ? 1 : sum / requires.requires().length;
    }

    /** Returns the share of a content's prerequisite contents that are finished, in [0, 1]; 1 without any. */
    public double prerequisitesFinished(int content) {
        int[] prerequisites = index.content(content).prerequisites();
        int finished = 0;
        for (int prerequisite : prerequisites) {
            Touches.Touch touch = touches.of(prerequisite);
            finished += touch != null && touch.finished() ? 1 : 0;
        }
        return prerequisites.length == 0 ? 1 : (double) finished / prerequisites.length;
    }

    private static float @Nullable [] goalVector(
            LearnerProfile profile, Needs needs, SkillLevels levels, CatalogIndex index) {
        var embedding = index.embedding();
        var sum = new float[embedding.embedder().dimension()];
        needs.role().ifPresent(r -> Vectors.add(sum, 1, embedding.roles()[r]));
        for (String goal : profile.careerGoals()) {
            if (!goal.isBlank()) {
                Vectors.add(
                        sum,
                        1f / profile.careerGoals().size(),
                        embedding.embedder().embed(goal));
            }
        }
        float total = needs.total(levels);
        if (total > 0) {
            for (int s = 0; s < index.skillCount(); s++) {
                float gap = needs.importance()[s] * needs.gap(s, levels);
                if (gap > 0) {
                    Vectors.add(sum, 2 * gap / total, embedding.skills()[s]);
                }
            }
        }
        return unitOrNull(sum);
    }

    private static float @Nullable [] interestVector(Touches touches, CatalogIndex index) {
        var sum = new float[index.embedding().embedder().dimension()];
        for (Touches.Touch touch : touches.all()) {
            if (touch.interest() > 0) {
                Vectors.add(sum, touch.interest(), index.embedding().contents()[touch.content()]);
            }
        }
        return unitOrNull(sum);
    }

    private static float @Nullable [] unitOrNull(float[] sum) {
        Vectors.normalise(sum);
        return Vectors.dot(sum, sum) > 0.5f ? sum : null;
    }
}
