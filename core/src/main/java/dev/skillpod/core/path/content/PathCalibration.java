package dev.skillpod.core.path.content;

/**
 * How much to believe the learner model once contents are chosen by it.
 *
 * @param keptAfterChoice what is left of a learnt expected rise when a content was chosen because much was expected of it: the largest
 *     of many estimates is too large (Smith and Winkler 2006, The optimizer's curse), and what a step misses makes the next one fit less;
 *     in [0.01, 1.5]
 * @param learnerSd how differently learners learn, as the deviation of a logarithm, in [0, 2]
 * @param commonSd deviation, in levels, of the error that all believed levels of one learner have in common, in [0, 100]
 * @param widening by how much the intervals of the learner model are stretched so that they hold what is measured, in [0.2, 10]
 */
public record PathCalibration(double keptAfterChoice, double learnerSd, double commonSd, double widening) {
    /**
     * What is taken to be left of an expected rise after a choice; set on the starter world of seed 7. Measurements of single contents do
     * not show it: they say how one step does, not how twenty in a row do.
     */
    public static final double ASSUMED_KEPT = 0.75;

    private static final double ASSUMED_LEARNER_SD = 0.25;

    public PathCalibration {
        inRange("keptAfterChoice", keptAfterChoice, 0.01, 1.5);
        inRange("learnerSd", learnerSd, 0, 2);
        inRange("commonSd", commonSd, 0, 100);
        inRange("widening", widening, 0.2, 10);
    }

    /** Returns what is assumed while nothing was measured. */
    public static PathCalibration assumed() {
        return new PathCalibration(ASSUMED_KEPT, ASSUMED_LEARNER_SD, 0, 1);
    }

    private static void inRange(String name, double value, double low, double high) {
        if (!(value >= low && value <= high)) {
            throw new IllegalArgumentException(name + " must be in [" + low + ", " + high + "], was " + value);
        }
    }
}
