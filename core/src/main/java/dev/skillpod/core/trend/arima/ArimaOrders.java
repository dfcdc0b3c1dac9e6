package dev.skillpod.core.trend.arima;

/**
 * The orders of an ARIMA(p,d,q)(P,D,Q)m model. Immutable.
 *
 * @param p autoregressive lags, in [0, 9]
 * @param d differences over one step, in [0, 2]
 * @param q lags of the moving average, in [0, 9]
 * @param seasonalP autoregressive lags of a season, in [0, 2]
 * @param seasonalD differences over a season, in [0, 1]; with d at most 2
 * @param seasonalQ lags of a season of the moving average, in [0, 2]
 * @param period steps in a season; 1 when there are none, and then the seasonal orders are 0
 * @param constant whether the differenced series has a mean; never after two differences
 */
public record ArimaOrders(
        int p, int d, int q, int seasonalP, int seasonalD, int seasonalQ, int period, boolean constant) {
    /** The last value repeated. */
    static final ArimaOrders RANDOM_WALK = new ArimaOrders(0, 1, 0, 0, 0, 0, 1, false);

    public ArimaOrders {
        check("p", p, 9);
        check("d", d, 2);
        check("q", q, 9);
        check("seasonalP", seasonalP, 2);
        check("seasonalD", seasonalD, Math.min(1, 2 - d));
        check("seasonalQ", seasonalQ, 2);
        if (period < 1 || (period == 1 && seasonalP + seasonalD + seasonalQ > 0)) {
            throw new IllegalArgumentException(
                    "period must be at least 1, and above 1 with seasonal orders, was " + period);
        }
        if (constant && d + seasonalD > 1) {
            throw new IllegalArgumentException("constant must be false after " + (d + seasonalD) + " differences");
        }
    }

    private static void check(String name, int order, int greatest) {
        if (order < 0 || order > greatest) {
            throw new IllegalArgumentException(name + " must be in [0, " + greatest + "], was " + order);
        }
    }

    /** Returns the coefficients of the differenced series. */
    ArmaShape shape() {
        return new ArmaShape(p, seasonalP, q, seasonalQ, period);
    }

    /** Returns how many observations differencing uses up. */
    int lost() {
        return d + period * seasonalD;
    }

    /** Returns the number of estimated numbers: coefficients and the constant, without the variance. */
    int size() {
        return p + q + seasonalP + seasonalQ + (constant ? 1 : 0);
    }

    /** Returns whether a series is long enough: more differenced values than the longest lag, and two more than numbers to estimate. */
    boolean fits(int length) {
        int left = length - lost();
        return left >= size() + 3 && left > Math.max(shape().autoregressiveLag(), shape().movingAverageLag());
    }

    /** Returns these orders, or the nearest simpler ones that a series of some length allows. */
    ArimaOrders reducedTo(int length) {
        if (fits(length)) {
            return this;
        }
        if (seasonalP + seasonalQ > 0) {
            return withSeason(0, 0).reducedTo(length);
        }
        if (p + q > 0) {
            return with(Math.max(0, p - 1), Math.max(0, q - 1)).reducedTo(length);
        }
        if (seasonalD > 0) {
            return new ArimaOrders(0, d, 0, 0, 0, 0, 1, constant).reducedTo(length);
        }
        return RANDOM_WALK;
    }

    ArimaOrders with(int newP, int newQ) {
        return new ArimaOrders(newP, d, newQ, seasonalP, seasonalD, seasonalQ, period, constant);
    }

    ArimaOrders withSeason(int newP, int newQ) {
        return new ArimaOrders(p, d, q, newP, seasonalD, newQ, period, constant);
    }

    ArimaOrders withConstant(boolean newConstant) {
        return new ArimaOrders(p, d, q, seasonalP, seasonalD, seasonalQ, period, newConstant);
    }

    /** Returns the notation of the literature: {@code (2,1,1)(0,1,1)12}, with {@code +c} when there is a constant. */
    @Override
    public String toString() {
        String plain = "(" + p + "," + d + "," + q + ")";
        String season = period == 1 ? "" : "(" + seasonalP + "," + seasonalD + "," + seasonalQ + ")" + period;
        return plain + season + (constant ? "+c" : "");
    }
}
