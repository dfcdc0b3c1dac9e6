package dev.skillpod.core.path.offpolicy;

import dev.skillpod.core.evaluation.Bootstrap.Interval;

/**
 * What a log says of the mean reward of a candidate's paths, each with its 95 % interval over units.
 *
 * @param asLogged of the logging policy
 * @param perDecision importance sampling, every reward weighted by the choices up to it (Precup, Sutton and Singh 2000)
 * @param fittedQ what fitted Q expects; its interval leaves the model's own error out
 * @param doublyRobust fitted Q corrected step by step by what was measured (Jiang and Li 2016): right when either the logged probabilities
 *     or the fitted values are
 * @param effectiveSample paths whose steps all speak for the candidate: squared sum of the weights over the sum of their squares (Kish
 *     1965)
 * @param units independent units
 * @param lacking why there is no estimate to be trusted; empty when there is
 */
public record PathOffPolicyResult(
        Interval asLogged,
        Interval perDecision,
        Interval fittedQ,
        Interval doublyRobust,
        double effectiveSample,
        int units,
        String lacking) {
    /** Returns whether the log shows enough of what the candidate would do. */
    public boolean supported() {
        return lacking.isEmpty();
    }
}
