package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.tracing.memory.SkillMemory;

/**
 * A content that refreshes a skill before a path builds on it.
 *
 * @param content the content
 * @param minutes how long it takes
 * @param assumedMinutes whether that is the catalogue's median, because nobody knows
 * @param repeated whether the learner has finished it before
 * @param skillName the skill's name
 * @param memory what is left of the skill
 */
public record ReviewStep(
        Content content,
        double minutes,
        boolean assumedMinutes,
        boolean repeated,
        String skillName,
        SkillMemory memory) {
    /** Returns the probability of answering a typical item of the skill right now. */
    public double before() {
        return memory.now().probability();
    }

    /** Returns the same after the review, which is taken to bring back what was there right after the last answer. */
    public double after() {
        return Math.max(before(), memory.whenAnswered());
    }
}
