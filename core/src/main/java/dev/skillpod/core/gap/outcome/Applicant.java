package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/**
 * A learner who looks for jobs.
 *
 * @param history everything of the learner
 * @param prior the level of every skill that the profile lets expect
 * @param claimed whether the learner claims it
 * @param visits the jobs looked at
 * @param answered the applications by when they were answered
 * @param byTime the same by when they were sent
 */
record Applicant(
        LearnerHistory history,
        float[] prior,
        boolean[] claimed,
        List<Visit> visits,
        List<Application> answered,
        List<Application> byTime) {
    /** Reads a learner as of now. */
    static Applicant of(
            LearnerHistory history, OptionalInt role, JobDemands jobs, CatalogIndex index, LevelModel levels) {
        List<Application> answered = Application.of(history, jobs);
        List<Application> byTime = answered.stream()
                .sorted(Comparator.comparing(Application::appliedAt).thenComparing(Application::eventId))
                .toList();
        var claimed = new boolean[index.skillCount()];
        for (LearnerSkill skill : history.profile().skills()) {
            index.catalog().skillIndex(skill.skillId()).ifPresent(s -> claimed[s] = true);
        }
        return new Applicant(
                history,
                levels.prior(history.profile(), role, index),
                claimed,
                Visit.of(history, jobs),
                answered,
                byTime);
    }

    /**
     * Reads the learners of a log that were answered, with the role that was known of each when the first application was
     * sent.
     */
    static List<Applicant> of(
            List<LearnerHistory> histories, JobDemands jobs, CatalogIndex index, RoleMatcher roles, LevelModel levels) {
        return histories.stream()
                .filter(history -> !Application.of(history, jobs).isEmpty())
                .map(history -> {
                    Instant first = Application.of(history, jobs).stream()
                            .map(Application::appliedAt)
                            .min(Comparator.naturalOrder())
                            .orElseThrow();
                    return of(history, roles.match(history.before(first)), jobs, index, levels);
                })
                .toList();
    }
}
