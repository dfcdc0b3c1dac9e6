package dev.skillpod.core.recommend.ranking;

/**
 * Brings raw ranking scores, which have no unit, into (0, 1) and keeps their order: a logistic curve centred on the mean
 * raw score.
 *
 * @param centre the raw score that becomes 0.5
 * @param width the raw distance from the centre that becomes 0.73, above 0
 */
public record ScoreScale(double centre, double width) {
    public ScoreScale {
        if (!(width > 0) || !Double.isFinite(centre)) {
            throw new IllegalArgumentException(
                    "width must be above 0 and centre finite, were " + width + ", " + centre);
        }
    }

    /** Fits the scale to a sample of raw scores: centre and width are their mean and standard deviation. */
    public static ScoreScale fit(double[] raw) {
        double sum = 0;
        double squares = 0;
        for (double r : raw) {
            sum += r;
            squares += r * r;
        }
        double mean = raw.length == 0 ? 0 : sum / raw.length;
        double variance = raw.length == 0 ? 1 : squares / raw.length - mean * mean;
        return new ScoreScale(mean, Math.max(1e-6, Math.sqrt(Math.max(0, variance))));
    }

    /** Returns the score of a raw score, in (0, 1). */
    public double score(double raw) {
        return 1 / (1 + Math.exp(-(raw - centre) / width));
    }

    /**
     * Returns what one unit of raw contribution is worth between two raw scores: the slope of the chord, so that scaled
     * contributions sum exactly to the difference of the scores.
     */
    public double chord(double rawBase, double raw) {
        double distance = raw - rawBase;
        if (Math.abs(distance) < 1e-9) {
            double s = score(raw);
            return s * (1 - s) / width;
        }
        return (score(raw) - score(rawBase)) / distance;
    }
}
