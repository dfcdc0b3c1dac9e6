package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.TimeSeries;

/** What has seasons in complex exponential smoothing: nothing, the level itself, or a component beside it. */
enum ComplexForm {
    /** A level without seasons. */
    NONE(2, 2),
    /** Each step of the season has a level of its own, updated once in a season. */
    SIMPLE(2, 2),
    /** A level, and real seasonal indices. */
    PARTIAL(3, 3),
    /** A level, and complex seasonal indices. */
    FULL(4, 4);

    private static final int FEWEST_SEASONS = 2;

    private final int weights;
    private final int components;

    ComplexForm(int weights, int components) {
        this.weights = weights;
        this.components = components;
    }

    /** Returns the number of smoothing weights. */
    int weights() {
        return weights;
    }

    /** Returns how many real numbers the state of a step holds; with the variance they are counted by the information criterion. */
    int components() {
        return components;
    }

    boolean seasonal() {
        return this != NONE;
    }

    /** Returns whether a series has enough seasons, and enough values to estimate the form. */
    boolean fits(TimeSeries series) {
        int n = series.length();
        boolean enoughSeasons = series.frequency() > 1 && n >= FEWEST_SEASONS * series.frequency();
        return n > components + 2 && (!seasonal() || enoughSeasons);
    }
}
