package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.TimeSeries;
import java.util.List;

/** An exponential smoothing model at the end of the series it was fitted to. */
final class EtsModel implements FittedForecaster {
    private final EtsEstimate estimate;
    private final double unit;
    private final double criterion;
    private final double variance;
    private final double level;
    private final double slope;
    private final double[] season;

    private EtsModel(EtsEstimate estimate, EtsPath path, double unit) {
        this.estimate = estimate;
        this.unit = unit;
        EtsForm form = estimate.form();
        EtsStart start = estimate.start();
        path.level = start.level();
        path.slope = start.slope();
        System.arraycopy(start.season(), 0, path.season, 0, start.season().length);
        path.run(form, estimate.weights());
        int m = path.frequency;
        criterion = estimate.correctedCriterion(path.length, m) + 2.0 * path.length * Math.log(unit);
        variance = path.squares() / Math.max(1, path.length - form.parameters(m) + 1);
        level = path.level;
        slope = path.slope;
        season = new double[start.season().length];
        System.arraycopy(path.season, path.length, season, 0, season.length);
    }

    /** Fits the likeliest of some forms, by the corrected information criterion. */
    static EtsModel best(TimeSeries series, List<EtsForm> forms) {
        double unit = unit(series);
        EtsPath path = path(series, unit);
        return new EtsModel(EtsSelection.best(path, forms), path, unit);
    }

    @Override
    public EtsModel refit(TimeSeries other) {
        double otherUnit = unit(other);
        EtsPath path = path(other, otherUnit);
        return new EtsModel(EtsSelection.again(path, estimate.in(unit / otherUnit)), path, otherUnit);
    }

    /** Returns the symbol of the form, such as {@code AAdN}. */
    String symbol() {
        return estimate.form().symbol();
    }

    /** Returns the corrected information criterion, comparable among models of the same series. */
    double correctedCriterion() {
        return criterion;
    }

    /** Returns a power of two near the greatest value, so that the unit of a series changes nothing but the unit of its forecasts. */
    private static double unit(TimeSeries series) {
        double greatest = 0;
        for (int t = 0; t < series.length(); t++) {
            greatest = Math.max(greatest, Math.abs(series.value(t)));
        }
        return greatest < 1e-200 ? 1 : Math.scalb(1.0, Math.getExponent(greatest));
    }

    private static EtsPath path(TimeSeries series, double unit) {
        double[] values = series.values();
        for (int t = 0; t < values.length; t++) {
            values[t] /= unit;
        }
        return new EtsPath(values, series.frequency());
    }

    @Override
    public double[] mean(int horizon) {
        double[] mean = new double[horizon];
        double damping = estimate.weights().damping();
        double step = slope;
        double line = level;
        for (int h = 0; h < horizon; h++) {
            step *= damping;
            line += step;
            double state = season.length == 0 ? 0 : season[h % season.length];
            mean[h] = unit
                    * switch (estimate.form().season()) {
                        case NONE -> line;
                        case ADDITIVE -> line + state;
                        case MULTIPLICATIVE -> line * state;
                    };
        }
        return mean;
    }

    @Override
    public double[] deviation(int horizon) {
        double[] mean = mean(horizon);
        for (int h = 0; h < horizon; h++) {
            mean[h] /= unit;
        }
        double[] deviation = EtsVariance.of(estimate.form(), estimate.weights(), variance, mean, season);
        for (int h = 0; h < horizon; h++) {
            deviation[h] = unit * Math.sqrt(deviation[h]);
        }
        return deviation;
    }
}
