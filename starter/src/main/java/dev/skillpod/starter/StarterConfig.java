package dev.skillpod.starter;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;

/**
 * What kind of starter world to generate. The same configuration and catalogue give the same world.
 *
 * @param seed seed of all randomness
 * @param learners number of learners, in [1, 99999]
 * @param activityMonths months of activity before {@code end}, in [1, 60]
 * @param demandMonths months of demand history before {@code end}, in [12, 240]
 * @param confounderStrength how strongly the unobserved drive of a learner moves engagement, gains and hiring, in [0, 2]; at
 *     0 it moves nothing
 * @param end the end of the log (exclusive)
 * @param listLength contents per shown list, in [1, 50]
 */
public record StarterConfig(
        long seed,
        int learners,
        int activityMonths,
        int demandMonths,
        double confounderStrength,
        Instant end,
        int listLength) {
    private static final Instant EARLIEST_END = Instant.parse("2000-01-01T00:00:00Z");
    private static final Instant LATEST_END = Instant.parse("2100-01-01T00:00:00Z");
    private static final StarterConfig DEFAULTS =
            new StarterConfig(20260101L, 5000, 12, 72, 0.5, Instant.parse("2026-11-01T00:00:00Z"), 10);

    /** @throws IllegalArgumentException when a value is out of range; the message names it, its range and its value */
    public StarterConfig {
        inRange("learners", learners, 1, 99_999);
        inRange("activityMonths", activityMonths, 1, 60);
        inRange("demandMonths", demandMonths, 12, 240);
        inRange("listLength", listLength, 1, 50);
        if (!(confounderStrength >= 0 && confounderStrength <= 2)) {
            throw new IllegalArgumentException("confounderStrength must be in [0, 2], was " + confounderStrength);
        }
        if (end.isBefore(EARLIEST_END) || end.isAfter(LATEST_END)) {
            throw new IllegalArgumentException("end must be in [" + EARLIEST_END + ", " + LATEST_END + "], was " + end);
        }
    }

    /** Returns the world that the product ships with: 5000 learners, 12 months of activity, 72 of demand. */
    public static StarterConfig defaults() {
        return DEFAULTS;
    }

    /** Returns this configuration with another seed. */
    public StarterConfig withSeed(long newSeed) {
        return new StarterConfig(newSeed, learners, activityMonths, demandMonths, confounderStrength, end, listLength);
    }

    /** Returns this configuration with another number of learners. */
    public StarterConfig withLearners(int newLearners) {
        return new StarterConfig(seed, newLearners, activityMonths, demandMonths, confounderStrength, end, listLength);
    }

    /** Returns this configuration with another strength of the confounder. */
    public StarterConfig withConfounderStrength(double newStrength) {
        return new StarterConfig(seed, learners, activityMonths, demandMonths, newStrength, end, listLength);
    }

    /** Returns the start of the log (inclusive): {@code activityMonths} calendar months before the end, in UTC. */
    public Instant start() {
        return end.atOffset(ZoneOffset.UTC).minusMonths(activityMonths).toInstant();
    }

    /** Returns the last month of the demand history: the last one that is over at the end. */
    public YearMonth lastDemandMonth() {
        return YearMonth.from(end.atOffset(ZoneOffset.UTC)).minusMonths(1);
    }

    private static void inRange(String name, int value, int low, int high) {
        if (value < low || value > high) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], was " + value);
        }
    }
}
