package dev.skillpod.core.trend.demand;

import java.time.Month;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * In which months of the year a skill is asked for more, or less, than on the average of the year; only where the history shows
 * it beyond doubt.
 *
 * <p>From the logarithm of the postings a centred moving average over a year is taken off; what is left is averaged by month of the
 * year. The highest (lowest) month counts when it has three observations and its mean is at least 4 standard errors from 0, which
 * for a long history happens by chance in less than one series of a thousand, and at least 2 % high (low).
 *
 * @param peak the month of the year with most postings
 * @param peakEffect how far above the average, as a share; 0.09 is 9 %; 0 when it is not significant
 * @param low the month with fewest
 * @param lowEffect how far below, as a negative share; 0 when it is not significant
 */
record YearOfMonths(Month peak, double peakEffect, Month low, double lowEffect) {
    private static final int MONTHS = 12;
    private static final int HALF = 6;
    private static final int LEAST_REMAINDERS = 24;
    private static final int LEAST_OF_MONTH = 3;
    private static final double STANDARD_ERRORS = 4;
    private static final double LEAST_EFFECT = 0.02;
    private static final double LEAST_POSTINGS = 10;

    /** Looks for a season; empty when there is none that the history shows. */
    static Optional<YearOfMonths> of(MonthlyDemand skill) {
        double[] filled =
                skill.series(skill.lastIndex()).complete().orElseThrow().values();
        double mean = java.util.Arrays.stream(filled).average().orElse(0);
        if (filled.length < LEAST_REMAINDERS + MONTHS || mean < LEAST_POSTINGS) {
            return Optional.empty();
        }
        var logs = new double[filled.length];
        for (int t = 0; t < logs.length; t++) {
            logs[t] = Math.log(filled[t] + 0.5);
        }
        var sum = new double[MONTHS];
        var count = new int[MONTHS];
        var remainders = new double[logs.length];
        java.util.Arrays.fill(remainders, Double.NaN);
        for (int t = HALF; t + HALF < logs.length; t++) {
            int month = skill.firstIndex() + t;
            if (!Double.isNaN(skill.at(month))) {
                remainders[t] = logs[t] - average(logs, t);
                sum[Math.floorMod(month, MONTHS)] += remainders[t];
                count[Math.floorMod(month, MONTHS)]++;
            }
        }
        return judge(remainders, skill.firstIndex(), sum, count);
    }

    private static Optional<YearOfMonths> judge(double[] remainders, int first, double[] sum, int[] count) {
        int total = IntStream.of(count).sum();
        if (total < LEAST_REMAINDERS) {
            return Optional.empty();
        }
        var effects = new double[MONTHS];
        double centre = 0;
        for (int m = 0; m < MONTHS; m++) {
            effects[m] = count[m] == 0 ? 0 : sum[m] / count[m];
            centre += effects[m] / MONTHS;
        }
        double squares = 0;
        for (int t = 0; t < remainders.length; t++) {
            if (!Double.isNaN(remainders[t])) {
                double error = remainders[t] - effects[Math.floorMod(first + t, MONTHS)];
                squares += error * error;
            }
        }
        double deviation = Math.max(1e-6, Math.sqrt(squares / (total - MONTHS)));
        int peak = 0;
        int low = 0;
        for (int m = 0; m < MONTHS; m++) {
            effects[m] -= centre;
            peak = effects[m] > effects[peak] ? m : peak;
            low = effects[m] < effects[low] ? m : low;
        }
        var season = new YearOfMonths(
                Month.of(peak + 1),
                significant(effects[peak], count[peak], deviation),
                Month.of(low + 1),
                significant(effects[low], count[low], deviation));
        return season.peakEffect == 0 && season.lowEffect == 0 ? Optional.empty() : Optional.of(season);
    }

    private static double significant(double effect, int count, double deviation) {
        double share = Math.expm1(effect);
        return count >= LEAST_OF_MONTH
                        && Math.abs(effect) >= STANDARD_ERRORS * deviation / Math.sqrt(count)
                        && Math.abs(share) >= LEAST_EFFECT
                ? share
                : 0;
    }

    private static double average(double[] logs, int t) {
        double sum = (logs[t - HALF] + logs[t + HALF]) / 2;
        for (int k = 1 - HALF; k < HALF; k++) {
            sum += logs[t + k];
        }
        return sum / MONTHS;
    }
}
