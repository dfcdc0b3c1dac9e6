package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.Content;
import java.util.List;
import java.util.Map;

/**
 * One content of a path.
 *
 * @param content the content
 * @param minutes how long it takes
 * @param assumedMinutes whether that is the catalogue's median, because nobody knows
 * @param pinned whether it was asked for
 * @param mastery what it does to each skill it teaches, the main skill first
 * @param gain what it adds to the expected attainment, in [0, 1]
 * @param why why it comes at this place, in sentences of fact
 * @param alternatives what could come at this place instead, the best first
 * @param believed levels that decided whether it may come here, by skill id: of its main skill, of what that builds on, and of the main
 *     skills of the contents before it
 */
public record PathStep(
        Content content,
        double minutes,
        boolean assumedMinutes,
        boolean pinned,
        List<Mastery> mastery,
        double gain,
        List<String> why,
        List<Alternative> alternatives,
        Map<String, Double> believed) {
    public PathStep {
        believed = Map.copyOf(believed);
        mastery = List.copyOf(mastery);
        why = List.copyOf(why);
        alternatives = List.copyOf(alternatives);
    }

    /**
     * The level of a skill before and after a step.
     *
     * @param skillId the skill
     * @param skillName its name
     * @param required what the goal requires of it, in (0, 100]; 0 when it is not part of the goal
     * @param before the level when the step begins, in [0, 100]
     * @param after the level when it is finished
     */
    public record Mastery(String skillId, String skillName, double required, Estimate before, Estimate after) {}

    /**
     * Another content for the same place.
     *
     * @param content the content
     * @param minutes how long it takes
     * @param change what it would change about the expected attainment of the path, in [-1, 1]
     */
    public record Alternative(Content content, double minutes, double change) {}
}
