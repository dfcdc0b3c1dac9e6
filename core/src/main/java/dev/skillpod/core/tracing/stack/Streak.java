package dev.skillpod.core.tracing.stack;

/**
 * Counts over a row of answers: all of a learner's, or those on one skill. Immutable.
 *
 * @param count answers
 * @param correct correct ones
 * @param surprise sum of surprises: 1 or 0 for the answer, less its expected probability
 * @param first surprise of the first answer
 * @param recent surprises averaged with weight 0.5 on the newest
 * @param recenter the same with weight 0.2
 * @param run correct answers in a row at the end, or minus the wrong ones
 * @param pattern the last three outcomes, the newest first, as digits to base 3: 0 none, 1 wrong, 2 correct
 */
record Streak(
        int count, int correct, double surprise, double first, double recent, double recenter, int run, int pattern) {
    static final Streak NONE = new Streak(0, 0, 0, 0, 0, 0, 0, 0);

    private static final double FAST = 0.5;
    private static final double SLOW = 0.2;
    private static final int THREE_DIGITS = 27;

    /** Returns the counts after another answer. */
    Streak after(boolean right, double newSurprise) {
        return new Streak(
                count + 1,
                correct + (right ? 1 : 0),
                surprise + newSurprise,
                count == 0 ? newSurprise : first,
                (1 - FAST) * recent + FAST * newSurprise,
                (1 - SLOW) * recenter + SLOW * newSurprise,
                right ? Math.max(0, run) + 1 : Math.min(0, run) - 1,
                // The newest outcome is the highest digit.
                (right ? 2 : 1) * (THREE_DIGITS / 3) + pattern / 3);
    }

    /** Returns the share of correct answers, shrunk to two thirds. */
    double rate() {
        return (correct + 2) / (count + 3.0);
    }
}
