package dev.skillpod.core.gap.outcome;

/**
 * An application with what was known when it was sent.
 *
 * @param learner position of the learner
 * @param application what was applied for, and how it ended
 * @param levels believed levels of the skills asked for, in the job's order
 * @param margins expected margins, in 20 levels, between floor and ceiling, likewise
 * @param inside how probable it is that a little more of each skill still counts, in [0, 1], likewise
 * @param offset the part of the logit of being hired that is neither intercept nor levels
 * @param flattening by which that logit counts, in (0, 1]
 * @param columns one value per {@link OutcomeColumn}
 */
public record ApplicationRow(
        int learner,
        Application application,
        double[] levels,
        double[] margins,
        double[] inside,
        double offset,
        double flattening,
        double[] columns) {
    /** Returns what is known of a learner beside levels: claims, experience, activity, drive and success so far. */
    public double[] background() {
        return new double[] {
            columns[OutcomeColumn.CLAIMED.ordinal()],
            known(columns[OutcomeColumn.EXPERIENCE.ordinal()]),
            Math.log1p(columns[OutcomeColumn.FINISHED.ordinal()]),
            columns[OutcomeColumn.FINISHING.ordinal()],
            columns[OutcomeColumn.DRIVE.ordinal()],
            Math.log1p(columns[OutcomeColumn.ANSWERED.ordinal()])
        };
    }

    private static double known(double value) {
        return Double.isNaN(value) ? 1.5 : value;
    }

    /** Returns whether it led to the job. */
    public boolean hired() {
        return application.stage() == Stage.HIRED;
    }
}
