package dev.skillpod.core.path.offpolicy;

import dev.skillpod.core.math.LinearSystem;
import java.util.List;

/**
 * What choices are worth when a candidate goes on afterwards: fitted Q evaluation (Le, Voloshin and Yue 2019) over finite paths, from the
 * last step back, each step's value a ridge regression (Hoerl and Kennard 1970) of the reward and of what is expected afterwards on
 * standardised columns. Immutable.
 */
final class FittedQ {
    private static final double RIDGE = 3;
    private static final double LEAST_SD = 1e-6;

    private final double[] mean;
    private final double[] sd;

    /** Coefficients by place in the path, the constant first. */
    private final double[][] coefficients;

    private FittedQ(double[] mean, double[] sd, double[][] coefficients) {
        this.mean = mean;
        this.sd = sd;
        this.coefficients = coefficients;
    }

    /** Fits to paths, at least one of which has a step. */
    static FittedQ fit(List<LoggedPath> paths) {
        int longest = paths.stream().mapToInt(p -> p.steps().size()).max().orElse(0);
        int width = paths.stream()
                .flatMap(p -> p.steps().stream())
                .findFirst()
                .map(s -> s.taken().length)
                .orElseThrow(() -> new IllegalArgumentException("paths must hold a step"));
        var mean = new double[width];
        var sd = new double[width];
        moments(paths, mean, sd);
        var fitted = new FittedQ(mean, sd, new double[longest][]);
        for (int t = longest - 1; t >= 0; t--) {
            fitted.coefficients[t] = fitted.step(paths, t, width);
        }
        return fitted;
    }

    private static void moments(List<LoggedPath> paths, double[] mean, double[] sd) {
        int count = 0;
        for (LoggedPath path : paths) {
            for (LoggedPathStep step : path.steps()) {
                for (int i = 0; i < mean.length; i++) {
                    mean[i] += step.taken()[i];
                    sd[i] += (double) step.taken()[i] * step.taken()[i];
                }
                count++;
            }
        }
        for (int i = 0; i < mean.length; i++) {
            mean[i] /= count;
            sd[i] = Math.sqrt(Math.max(0, sd[i] / count - mean[i] * mean[i]));
        }
    }

    private double[] step(List<LoggedPath> paths, int t, int width) {
        var products = new double[width + 1][width + 1];
        var right = new double[width + 1];
        var x = new double[width + 1];
        for (LoggedPath path : paths) {
            if (path.steps().size() <= t) {
                continue;
            }
            LoggedPathStep step = path.steps().get(t);
            double y = step.reward()
                    + (path.steps().size() > t + 1 ? value(path.steps().get(t + 1), t + 1) : 0);
            standardise(step.taken(), x);
            for (int i = 0; i <= width; i++) {
                for (int j = 0; j <= width; j++) {
                    products[i][j] += x[i] * x[j];
                }
                right[i] += x[i] * y;
            }
        }
        for (int i = 0; i <= width; i++) {
            products[i][i] += i == 0 ? 1e-9 : RIDGE;
        }
        return LinearSystem.solve(products, right);
    }

    private void standardise(float[] row, double[] out) {
        out[0] = 1;
        for (int i = 0; i < row.length; i++) {
            out[i + 1] = sd[i] < LEAST_SD ? 0 : (row[i] - mean[i]) / sd[i];
        }
    }

    /** Returns what a choice at a place of the path is worth; 0 beyond the longest path seen. */
    double worth(float[] row, int t) {
        if (t >= coefficients.length) {
            return 0;
        }
        double[] c = coefficients[t];
        double worth = c[0];
        for (int i = 0; i < row.length; i++) {
            worth += sd[i] < LEAST_SD ? 0 : c[i + 1] * (row[i] - mean[i]) / sd[i];
        }
        return worth;
    }

    /** Returns what the candidate's choice at a place of the path is worth. */
    double value(LoggedPathStep step, int t) {
        double value = 0;
        for (int k = 0; k < step.choices().length; k++) {
            value += step.probabilities()[k] * worth(step.choices()[k], t);
        }
        return value;
    }
}
