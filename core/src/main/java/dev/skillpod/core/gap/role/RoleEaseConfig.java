package dev.skillpod.core.gap.role;

/**
 * Settings of {@link RoleEase}.
 *
 * @param regularization the ridge penalty, in [0.01, 1e6]
 * @param rarity the power, in [0, 1], of a skill's number of roles by which it counts less: sharing a rare skill says more
 */
public record RoleEaseConfig(double regularization, double rarity) {
    public RoleEaseConfig {
        if (!(regularization >= 0.01 && regularization <= 1e6)) {
            throw new IllegalArgumentException("regularization must be in [0.01, 1e6], was " + regularization);
        }
        if (!(rarity >= 0 && rarity <= 1)) {
            throw new IllegalArgumentException("rarity must be in [0, 1], was " + rarity);
        }
    }

    /** What was best on tuning splits of O*NET: penalty 30, rarity 0.25. */
    public static RoleEaseConfig defaults() {
        return new RoleEaseConfig(30, 0.25);
    }

    /** Returns the same with another penalty. */
    public RoleEaseConfig withRegularization(double value) {
        return new RoleEaseConfig(value, rarity);
    }
}
