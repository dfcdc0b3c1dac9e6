package dev.skillpod.core.trend.ensemble;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.baseline.Naive2;
import dev.skillpod.core.trend.pooled.PooledFit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What each method expects of each series of a batch.
 *
 * @param series the past
 * @param means by series, method and step; a method that did not answer stands aside with NaN in all its steps
 * @param deviations by series and step: the median of what the methods for one series believe
 */
record MemberForecasts(List<TimeSeries> series, double[][][] means, double[][] deviations) {

    /** Lets all methods forecast. */
    static MemberForecasts of(Members members, List<TimeSeries> series, int horizon, TrainingRun run) {
        int locals = members.local().size();
        int methods = locals + members.pooled().size();
        double[][][] means = new double[series.size()][methods][];
        double[][] deviations = new double[series.size()][];
        List<Optional<PooledFit>> pooled = members.pooled().stream()
                .map(member -> member.method().fit(series, horizon, run))
                .toList();
        try (var loop = new ParallelLoop(run.threads())) {
            loop.forEach(series.size(), i -> {
                TimeSeries past = series.get(i);
                double[][] believed = new double[locals][];
                for (int k = 0; k < locals; k++) {
                    FittedForecaster fitted = members.local().get(k).method().fit(past);
                    means[i][k] = orAside(fitted.mean(horizon));
                    believed[k] = fitted.deviation(horizon);
                }
                for (int k = locals; k < methods; k++) {
                    means[i][k] = pooled.get(k - locals)
                            .map(fit -> orAside(fit.mean(past, horizon)))
                            .orElseGet(() -> aside(horizon));
                }
                deviations[i] = median(believed, horizon);
            });
        }
        return new MemberForecasts(series, means, deviations);
    }

    /** Returns the benchmark of M4 for each series. */
    double[][] naive(int horizon) {
        return series.stream().map(past -> new Naive2().fit(past).mean(horizon)).toArray(double[][]::new);
    }

    private static double[] orAside(double[] mean) {
        return Arrays.stream(mean).allMatch(Double::isFinite) ? mean : aside(mean.length);
    }

    private static double[] aside(int horizon) {
        double[] none = new double[horizon];
        Arrays.fill(none, Double.NaN);
        return none;
    }

    private static double[] median(double[][] believed, int horizon) {
        double[] median = new double[horizon];
        double[] step = new double[believed.length];
        for (int h = 0; h < horizon; h++) {
            int known = 0;
            for (double[] deviation : believed) {
                if (Double.isFinite(deviation[h])) {
                    step[known++] = deviation[h];
                }
            }
            Arrays.sort(step, 0, known);
            median[h] = known == 0 ? 0 : step[known / 2];
        }
        return median;
    }
}
