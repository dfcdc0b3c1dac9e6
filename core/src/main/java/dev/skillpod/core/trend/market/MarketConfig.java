package dev.skillpod.core.trend.market;

/**
 * How a {@link MarketForecaster} back-tests.
 *
 * @param origins points of the past from which everything is forecast again, to choose a reconciliation and to learn how errors go together, in
 *     [0, 24]; each costs as much as the forecast itself. With 0 it is minimum trace without correlations.
 * @param leastHistory steps that must lie before an origin, in [3, 1000]
 * @param shareWindow newest steps whose shares count for splitting by the past, in [1, 1000]
 */
public record MarketConfig(int origins, int leastHistory, int shareWindow) {
    public MarketConfig {
        check("origins", origins, 0, 24);
        check("leastHistory", leastHistory, 3, 1000);
        check("shareWindow", shareWindow, 1, 1000);
    }

    /** Returns two origins after at least 12 steps, and shares of the last 12 steps. */
    public static MarketConfig defaults() {
        return new MarketConfig(2, 12, 12);
    }

    private static void check(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(name + " must be in [" + least + ", " + most + "], was " + value);
        }
    }
}
