package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.tracing.ResponseLog;

/** Fits ability models to chosen learners of a log; deterministic, stateless and thread-safe. */
public final class AbilityTrainer {
    private final AbilityConfig config;

    /** Creates a trainer. */
    public AbilityTrainer(AbilityConfig config) {
        this.config = config;
    }

    /**
     * Fits difficulties and half-lives.
     *
     * @param learners numbers of the learners to use
     */
    public AbilityModel fit(ResponseLog log, int[] learners) {
        AbilityModel start = fit(log, learners, ForgettingFitting.USUAL);
        Forgetting forgetting = new ForgettingFitting(log, learners, config, start.difficulties()).fit();
        return fit(log, learners, forgetting);
    }

    /** Fits difficulties given the half-lives. */
    public AbilityModel fit(ResponseLog log, int[] learners, Forgetting forgetting) {
        return new AbilityModel(
                config, new DifficultyFitting(log, learners, config).fit(forgetting), forgetting, log.timed());
    }
}
