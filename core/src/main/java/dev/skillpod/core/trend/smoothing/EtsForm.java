package dev.skillpod.core.trend.smoothing;

import java.util.ArrayList;
import java.util.List;

/**
 * Which components an exponential smoothing model has, in the taxonomy of Hyndman, Koehler, Snyder and Grose 2002.
 *
 * <p>Multiplicative trends are left out (they explode over longer horizons), and so is a multiplicative season with additive
 * errors (unstable).
 *
 * @param error how the errors enter: added, or in proportion to the level
 * @param trend the kind of trend
 * @param season the kind of season
 */
record EtsForm(Error error, Trend trend, Season season) {
    /** The longest season whose states are estimated. */
    static final int LONGEST_SEASON = 24;

    /** How errors enter. */
    enum Error {
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Error(String letter) {
            this.letter = letter;
        }
    }

    /** Kinds of trend. */
    enum Trend {
        NONE("N"),
        ADDITIVE("A"),
        DAMPED("Ad");

        private final String letter;

        Trend(String letter) {
            this.letter = letter;
        }
    }

    /** Kinds of season. */
    enum Season {
        NONE("N"),
        ADDITIVE("A"),
        MULTIPLICATIVE("M");

        private final String letter;

        Season(String letter) {
            this.letter = letter;
        }
    }

    EtsForm {
        if (error == Error.ADDITIVE && season == Season.MULTIPLICATIVE) {
            throw new IllegalArgumentException("season must be NONE or ADDITIVE where errors are ADDITIVE");
        }
    }

    /** Returns a form with additive errors and no season. */
    static EtsForm plain(Trend trend) {
        return new EtsForm(Error.ADDITIVE, trend, Season.NONE);
    }

    /** Returns every form, simpler ones and those with additive errors first. */
    static List<EtsForm> all() {
        List<EtsForm> forms = new ArrayList<>();
        for (Season season : Season.values()) {
            for (Trend trend : Trend.values()) {
                if (season != Season.MULTIPLICATIVE) {
                    forms.add(new EtsForm(Error.ADDITIVE, trend, season));
                }
                forms.add(new EtsForm(Error.MULTIPLICATIVE, trend, season));
            }
        }
        return List.copyOf(forms);
    }

    /** Returns the name as it stands in the literature, such as {@code MAdM}. */
    String symbol() {
        return error.letter + trend.letter + season.letter;
    }

    boolean multiplicativeError() {
        return error == Error.MULTIPLICATIVE;
    }

    boolean hasTrend() {
        return trend != Trend.NONE;
    }

    boolean hasSeason() {
        return season != Season.NONE;
    }

    /** Returns how many smoothing weights there are. */
    int weights() {
        return 1 + trend.ordinal() + (hasSeason() ? 1 : 0);
    }

    /** Returns how many first states are free; the last of the seasonal ones follows from the others. */
    int states(int frequency) {
        return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? frequency - 1 : 0);
    }

    /** Returns the number of estimated quantities: weights, states and the variance of the errors. */
    int parameters(int frequency) {
        return weights() + states(frequency) + 1;
    }

    /** Returns whether the corrected information criterion exists for a series, and its values are of a legal sign. */
    boolean suits(int length, int frequency, boolean positive) {
        boolean seasons = !hasSeason() || (frequency > 1 && frequency <= LONGEST_SEASON);
        boolean signs = positive || (!multiplicativeError() && season != Season.MULTIPLICATIVE);
        return seasons && signs && length > parameters(frequency) + 1;
    }

    /** Returns this form, or the most similar one that suits the series; without one, the plain level. */
    EtsForm reducedFor(int length, int frequency, boolean positive) {
        EtsForm form = this;
        if (!positive) {
            Season signed = hasSeason() ? Season.ADDITIVE : Season.NONE;
            form = new EtsForm(Error.ADDITIVE, trend, signed);
        }
        if (!form.suits(length, frequency, positive)) {
            form = new EtsForm(form.error, trend, Season.NONE);
        }
        if (!form.suits(length, frequency, positive) && trend == Trend.DAMPED) {
            form = new EtsForm(form.error, Trend.ADDITIVE, Season.NONE);
        }
        return form.suits(length, frequency, positive) ? form : plain(Trend.NONE);
    }
}
