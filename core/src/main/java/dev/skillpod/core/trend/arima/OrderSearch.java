package dev.skillpod.core.trend.arima;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The stepwise search for orders of Hyndman and Khandakar (2008, Journal of Statistical Software 27(3), section 3.2): from the best of a
 * few simple forms to its neighbours, as long as AICc falls. Not thread-safe: one search.
 */
final class OrderSearch {
    private final AutoArimaConfig config;
    private final ArmaEstimator estimator;
    private final int length;
    private final int longestP;
    private final int longestSeasonalP;
    private final Set<ArimaOrders> seen = new HashSet<>();
    private @Nullable ArmaEstimate best;

    /**
     * Prepares a search.
     *
     * @param length of the series before differencing
     */
    OrderSearch(AutoArimaConfig config, ArmaEstimator estimator, int length, int period) {
        this.config = config;
        this.estimator = estimator;
        this.length = length;
        longestP = Math.min(config.maxOrder(), length / 3);
        longestSeasonalP = period == 1 ? 0 : Math.min(config.maxSeasonalOrder(), length / 3 / period);
    }

    /**
     * Searches.
     *
     * @param simple the form without coefficients and constant, differenced as wanted
     * @return the best form; null when not even {@code simple} fits
     */
    @Nullable
    ArmaEstimate run(ArimaOrders simple) {
        boolean constant = simple.d() + simple.seasonalD() <= 1;
        ArimaOrders base = simple.withConstant(constant);
        int season = Math.min(1, longestSeasonalP);
        consider(base.with(2, 2).withSeason(season, season));
        consider(base);
        consider(base.with(1, 0).withSeason(season, 0));
        consider(base.with(0, 1).withSeason(0, season));
        consider(simple);
        ArmaEstimate centre = null;
        while (best != null && best != centre && seen.size() < config.maxForms()) {
            centre = best;
            considerNeighbours(centre.orders());
        }
        return best;
    }

    private void considerNeighbours(ArimaOrders centre) {
        for (int change : new int[] {-1, 1}) {
            consider(centre, 0, 0, change, 0);
            consider(centre, 0, 0, 0, change);
            consider(centre, 0, 0, change, change);
            consider(centre, 0, 0, change, -change);
            consider(centre, change, 0, 0, 0);
            consider(centre, 0, change, 0, 0);
            consider(centre, change, change, 0, 0);
            consider(centre, change, -change, 0, 0);
        }
        if (centre.d() + centre.seasonalD() <= 1) {
            consider(centre.withConstant(!centre.constant()));
        }
    }

    private void consider(ArimaOrders centre, int byP, int byQ, int bySeasonalP, int bySeasonalQ) {
        int p = centre.p() + byP;
        int q = centre.q() + byQ;
        int seasonalP = centre.seasonalP() + bySeasonalP;
        int seasonalQ = centre.seasonalQ() + bySeasonalQ;
        if (within(p, longestP)
                && within(q, longestP)
                && within(seasonalP, longestSeasonalP)
                && within(seasonalQ, longestSeasonalP)) {
            consider(centre.with(p, q).withSeason(seasonalP, seasonalQ));
        }
    }

    private static boolean within(int order, int longest) {
        return order >= 0 && order <= longest;
    }

    private void consider(ArimaOrders orders) {
        int total = orders.p() + orders.q() + orders.seasonalP() + orders.seasonalQ();
        if (total > config.maxTotal()
                || Math.max(orders.p(), orders.q()) > longestP
                || seen.size() >= config.maxForms()
                || !orders.fits(length)
                || !seen.add(orders)) {
            return;
        }
        ArmaEstimate now = best;
        double toBeat = now == null ? Double.POSITIVE_INFINITY : now.criterion();
        ArmaEstimate estimate = estimator.estimate(
                orders, now == null ? null : now.laidInto(orders.shape()), config.searchIterations(), toBeat);
        if (estimate.criterion() < toBeat && orders.shape().keepsClear(estimate.parameters())) {
            best = estimate;
        }
    }
}
