package dev.skillpod.core.evaluation;

/** What a log can say of a candidate policy: estimates, or that it cannot tell. */
public sealed interface OffPolicyResult {
    /**
     * Estimates of the mean reward per choice, each with its 95 % interval over units.
     *
     * @param asLogged mean reward of the logging policy: what a naive reader would report
     * @param ips inverse propensity scoring: unbiased, widest
     * @param snipw self-normalised inverse propensity weighting
     * @param direct what the model expects of the candidate; its interval leaves the model's own error out
     * @param doublyRobust the model, corrected by weighted residuals: right when either propensities or model are
     * @param overlap how much of the log speaks for the candidate
     */
    record Estimates(
            Bootstrap.Interval asLogged,
            Bootstrap.Interval ips,
            Bootstrap.Interval snipw,
            Bootstrap.Interval direct,
            Bootstrap.Interval doublyRobust,
            Overlap overlap)
            implements OffPolicyResult {}

    /** The log shows too little of what the candidate would do. */
    record TooLittleOverlap(String reason, Overlap overlap) implements OffPolicyResult {}

    /**
     * How much of the log speaks for the candidate.
     *
     * @param choices logged choices
     * @param units independent units
     * @param effectiveSample squared sum of the weights over the sum of their squares (Kish 1965)
     * @param largestWeight the largest weight
     * @param meanWeight with its interval; 1 where the log shows everything that the candidate would do
     */
    record Overlap(
            int choices, int units, double effectiveSample, double largestWeight, Bootstrap.Interval meanWeight) {}
}
