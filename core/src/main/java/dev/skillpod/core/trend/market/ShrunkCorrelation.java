package dev.skillpod.core.trend.market;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Correlations of forecast errors, pulled towards none as far as chance may have made them (Schäfer, Strimmer 2005, section 2, target D).
 *
 * @param matrix symmetric, with ones on the diagonal; positive definite
 * @param intensity how far they were pulled, in [{@value #LEAST}, 1]
 */
record ShrunkCorrelation(double[][] matrix, double intensity) {
    /** The least pull: errors of forecasts that add up by themselves are dependent, and then nothing could be inverted. */
    static final double LEAST = 0.02;

    private static final int FEWEST = 4;

    /**
     * Estimates from errors about zero.
     *
     * @param errors by series and sample; samples in which any series has {@code NaN} are left out, and with fewer than four others there
     *     are no correlations
     */
    static ShrunkCorrelation of(double[][] errors) {
        int n = errors.length;
        int[] samples = completeSamples(errors);
        var matrix = new double[n][n];
        for (int i = 0; i < n; i++) {
            matrix[i][i] = 1;
        }
        int count = samples.length;
        if (count < FEWEST) {
            return new ShrunkCorrelation(matrix, 1);
        }
        var scaled = new double[n][count];
        for (int i = 0; i < n; i++) {
            double[] row = errors[i];
            double size = Math.sqrt(
                    Arrays.stream(samples).mapToDouble(s -> row[s] * row[s]).sum() / count);
            for (int s = 0; s < count && size > 0; s++) {
                scaled[i][s] = row[samples[s]] / size;
            }
        }
        double variances = 0;
        double squares = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                double mean = 0;
                double meanSquare = 0;
                for (int s = 0; s < count; s++) {
                    double product = scaled[i][s] * scaled[j][s];
                    mean += product / count;
                    meanSquare += product * product / count;
                }
                matrix[i][j] = mean;
                matrix[j][i] = mean;
                variances += (meanSquare - mean * mean) / (count - 1);
                squares += mean * mean;
            }
        }
        double intensity = squares > 0 ? Math.clamp(variances / squares, LEAST, 1) : 1;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                matrix[i][j] *= i == j ? 1 : 1 - intensity;
            }
        }
        return new ShrunkCorrelation(matrix, intensity);
    }

    private static int[] completeSamples(double[][] errors) {
        return IntStream.range(0, errors[0].length)
                .filter(sample -> Arrays.stream(errors).noneMatch(row -> Double.isNaN(row[sample])))
                .toArray();
    }
}
