package dev.skillpod.lightgbm;

/** Remembers the round with the best validation metric and says when to give up. Not thread-safe. */
final class BestRound {
    private final boolean higherIsBetter;
    private final int patience;
    private double best;
    private int bestRound;

    /**
     * Starts without any round.
     *
     * @param higherIsBetter whether the metric is a gain, else a loss
     * @param patience rounds without a better value after which to stop, at least 1
     */
    BestRound(boolean higherIsBetter, int patience) {
        this.higherIsBetter = higherIsBetter;
        this.patience = patience;
    }

    /**
     * Takes the metric after a round.
     *
     * @param round the round, from 1, ascending
     * @param metric its validation metric
     * @return whether training should stop
     */
    boolean stopsAfter(int round, double metric) {
        if (bestRound == 0 || (higherIsBetter ? metric > best : metric < best)) {
            best = metric;
            bestRound = round;
        }
        return round - bestRound >= patience;
    }

    /** Returns the best round so far, or 0 when there was none. */
    int round() {
        return bestRound;
    }
}
