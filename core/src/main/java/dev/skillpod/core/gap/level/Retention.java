package dev.skillpod.core.gap.level;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How much of a level is left of a skill that is not used: nothing is lost in the first half year, then the level halves every
 * three years, more slowly with experience, and never falls below half.
 *
 * <pre>
 * retention = max(0.5, 2^(-max(0, years unused - 0.5) / (3 (1 + years of experience / 5))))
 * </pre>
 *
 * <p>Unused skills fade with time and are kept longer when they were overlearnt (Arthur, Bennett, Stanush and McNelly 1998);
 * the constants are assumptions, not estimates.
 */
final class Retention {
    private static final double GRACE_YEARS = 0.5;
    private static final double HALF_LIFE_YEARS = 3;
    private static final double YEARS_THAT_DOUBLE_IT = 5;
    private static final double LEAST = 0.5;
    private static final double SECONDS_PER_YEAR = 365.25 * 86_400;

    private Retention() {}

    /** Returns the share of the level that is left, in [0.5, 1]; 1 when nobody knows when the skill was last used. */
    static double share(@Nullable Instant lastUsed, @Nullable Double experience, Instant asOf) {
        if (lastUsed == null || !lastUsed.isBefore(asOf)) {
            return 1;
        }
        double unused = Duration.between(lastUsed, asOf).toSeconds() / SECONDS_PER_YEAR - GRACE_YEARS;
        if (unused <= 0) {
            return 1;
        }
        double halfLife = HALF_LIFE_YEARS * (1 + (experience == null ? 0 : experience) / YEARS_THAT_DOUBLE_IT);
        return Math.max(LEAST, Math.pow(2, -unused / halfLife));
    }
}
