package dev.skillpod.starter;

import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.model.TrainingRun;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** Draws what a learner says at registration: a noisy and incomplete version of what is true then. */
final class SelfReport {
    private static final int WORTH_TELLING = 6;

    private final CatalogArrays arrays;
    private final TrainingRun run;

    SelfReport(CatalogArrays arrays, TrainingRun run) {
        this.arrays = arrays;
        this.run = run;
    }

    LearnerProfile profile(LearnerTraits learner, LearnerState state) {
        RandomGenerator random = run.random("starter.self-report", learner.index());
        double overclaim = random.nextGaussian(2, 9);
        var skills = new ArrayList<LearnerSkill>();
        for (int s = 0; s < arrays.skills; s++) {
            double mastery = state.mastery[s];
            double told = learner.usedAtWork()[s] ? 0.75 : 0.45;
            if (mastery > 8 && random.nextDouble() < told) {
                long level = Math.round(mastery + overclaim + random.nextGaussian(0, 8));
                if (level < WORTH_TELLING) {
                    continue;
                }
                skills.add(new LearnerSkill(
                        arrays.catalog.skills().get(s).id(),
                        (int) Math.min(level, 100),
                        random.nextDouble() < 0.6 ? years(mastery, learner, random) : null));
            }
        }
        Role target = arrays.catalog.roles().get(learner.target());
        Role background = arrays.catalog.roles().get(learner.background());
        double form = random.nextDouble();
        String role = targetRole(target, form);
        var goals = new ArrayList<String>();
        if (role == null || random.nextDouble() < 0.25) {
            goals.add(goal(target, background, random));
        }
        return new LearnerProfile(
                skills,
                goals,
                role,
                random.nextDouble() < 0.85 ? experience(learner.seniority() + random.nextGaussian(0, 0.1)) : null,
                random.nextDouble() < 0.8 ? learner.style() : null,
                random.nextDouble() < 0.85 ? learner.weeklyHours() : LearnerProfile.DEFAULT_WEEKLY_HOURS);
    }

    /** An id for 62 % of the learners, the title for 18 %, an alias for 8 % (as far as there are any), nothing for 12 %. */
    private static @Nullable String targetRole(Role target, double form) {
        if (form < 0.62) {
            return target.id();
        }
        if (form < 0.80) {
            return target.title();
        }
        if (form >= 0.88) {
            return null;
        }
        List<String> aliases = target.aliases();
        return aliases.isEmpty() ? target.title() : aliases.get((int) ((form - 0.80) / 0.08 * aliases.size()));
    }

    private String goal(Role target, Role background, RandomGenerator random) {
        int[] asked = arrays.roleSkills[arrays.catalog.roleIndex(target.id()).orElseThrow()];
        String first = arrays.catalog.skills().get(asked[0]).name();
        String second =
                arrays.catalog.skills().get(asked[random.nextInt(asked.length)]).name();
        return switch (random.nextInt(first.equals(second) ? 4 : 6)) {
            case 0 -> "Work as " + target.title() + " within a year";
            case 1 -> "Move from " + background.title() + " towards " + target.title();
            case 2 -> "My next position should be " + target.title();
            case 3 -> "Learn enough " + first + " to use it every day at work";
            case 4 -> "Get confident with " + first + " and " + second;
            default -> "Take on tasks that need " + second + " and " + first;
        };
    }

    private static double years(double mastery, LearnerTraits learner, RandomGenerator random) {
        double years = mastery / 100 * (1 + 9 * learner.seniority()) * Math.exp(random.nextGaussian(0, 0.3));
        return Math.rint(years * 2) / 2;
    }

    private static Proficiency experience(double seniority) {
        if (seniority < 0.3) {
            return Proficiency.BEGINNER;
        }
        return seniority < 0.6
                ? Proficiency.INTERMEDIATE
                : seniority < 0.85 ? Proficiency.ADVANCED : Proficiency.EXPERT;
    }
}
