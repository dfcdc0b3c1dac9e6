package dev.skillpod.core.tracing.memory;

import dev.skillpod.core.tracing.stack.Mastery;
import java.time.Duration;
import java.time.Instant;

/**
 * What answers on one skill have shown, and how much of it is left.
 *
 * @param skillId the skill
 * @param now mastery now; its half-life is in days
 * @param whenAnswered the probability of answering a typical item right, right after the last answer
 * @param lastAnswer when the last answer was given
 * @param lastCorrect whether it was right
 * @param asOf now
 */
public record SkillMemory(
        String skillId, Mastery now, double whenAnswered, Instant lastAnswer, boolean lastCorrect, Instant asOf) {
    /** The share forgotten from which on a review is due: about three quarters of a half-life without practice. */
    public static final double DUE = 0.4;

    private static final double SECONDS_PER_DAY = 86_400;

    /** Returns the share of what the answers have shown that is likely forgotten by now, in [0, 1): one half per half-life. */
    public double forgotten() {
        return 1 - Math.pow(2, -daysSince() / now.halfLife());
    }

    /** Returns the days since the last answer, at least 0. */
    public double daysSince() {
        return Math.max(0, Duration.between(lastAnswer, asOf).toSeconds() / SECONDS_PER_DAY);
    }

    /**
     * Returns whether a review is due: the last answer was right, the probability of answering right again has fallen since, and
     * at least {@value #DUE} of what was shown is likely forgotten.
     */
    public boolean due() {
        return lastCorrect && now.probability() < whenAnswered && forgotten() >= DUE;
    }

    /** Returns when a review is due, when the last answer was right: the last answer and its share of a half-life. */
    public Instant dueAt() {
        double days = Math.min(-Math.log(1 - DUE) / Math.log(2) * now.halfLife(), 365.0 * 100);
        return lastAnswer.plusSeconds((long) Math.ceil(days * SECONDS_PER_DAY));
    }
}
