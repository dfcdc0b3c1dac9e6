package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.Proficiency;
import java.util.List;
import java.util.Map;

/**
 * A learning path over the contents of a catalogue.
 *
 * @param steps the contents in order; empty when nothing would help
 * @param minutes how long they take together
 * @param before attainment of the goal without any of them
 * @param after attainment of the goal with all of them
 * @param skills where the goal's skills end up
 * @param method which of the paths compared is the best and therefore this one: {@value #GUIDED}, {@value #SEARCH} where there is no
 *     policy, {@value #POLICY} or the name of a baseline
 * @param baselines attainment by each baseline, on the same draws
 * @param milestones levels reached on the way
 * @param unplaced pinned contents that are not in it, and why
 * @param limitedBy what keeps it from attaining more
 * @param moreHours what more hours a week would give; empty when more hours would not help
 * @param learnt whether the expected rises were learnt from measurements; otherwise one part of every promise is assumed to be kept
 */
public record ContentPath(
        List<PathStep> steps,
        double minutes,
        Estimate before,
        Estimate after,
        List<SkillOutcome> skills,
        String method,
        Map<String, Estimate> baselines,
        List<Milestone> milestones,
        List<Unplaced> unplaced,
        Limit limitedBy,
        List<MoreHours> moreHours,
        boolean learnt) {
    /** The method of a path that search found. */
    public static final String SEARCH = "search";

    /** The method of a path that search found with the trained policy as its guide. */
    public static final String GUIDED = "policy search";

    /** The method of a path that the trained policy makes by itself. */
    public static final String POLICY = "policy";

    public ContentPath {
        steps = List.copyOf(steps);
        skills = List.copyOf(skills);
        milestones = List.copyOf(milestones);
        unplaced = List.copyOf(unplaced);
        moreHours = List.copyOf(moreHours);
    }

    /** What keeps a path from attaining more. */
    public enum Limit {
        /** Nothing: the goal is expected to be attained. */
        NONE,
        /** The hours until the deadline. */
        HOURS,
        /** The most contents asked for. */
        ITEMS,
        /** The catalogue has nothing more that would help. */
        CATALOGUE
    }

    /**
     * Where a skill of the goal ends up.
     *
     * @param skillId the skill
     * @param skillName its name
     * @param required the level required
     * @param weight how much it matters, in [0, 1]
     * @param before the level now
     * @param after the level after the path
     */
    public record SkillOutcome(
            String skillId, String skillName, double required, double weight, Estimate before, Estimate after) {}

    /**
     * A level in the platform's words that the expected level of a skill reaches for the first time.
     *
     * @param step the step after which, from 1
     * @param skillId the skill
     * @param skillName its name
     * @param from the level before the path
     * @param to the level reached
     */
    public record Milestone(int step, String skillId, String skillName, Proficiency from, Proficiency to) {}

    /**
     * A pinned content that is not in the path.
     *
     * @param contentId the content
     * @param reason why, in one sentence
     */
    public record Unplaced(String contentId, String reason) {}

    /**
     * What another number of hours would give.
     *
     * @param weeklyHours hours a week
     * @param attainment expected attainment, in [0, 1]
     */
    public record MoreHours(double weeklyHours, double attainment) {}
}
