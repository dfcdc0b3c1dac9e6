package dev.skillpod.core.tracing.ability;

/**
 * A learner's ability in one skill, beyond the general one, as of the last practice.
 *
 * @param mean in log-odds; 0 for an average learner
 * @param variance of the mean
 * @param practices answers on the skill so far
 * @param lastAt when it was last practised, on the clock of {@link AbilityState}
 */
record SkillAbility(double mean, double variance, int practices, double lastAt) {}
