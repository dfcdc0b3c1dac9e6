package dev.skillpod.core.trend.ensemble;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.trend.TimeSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WeightsTest {
    @Test
    void moveToTheMethodThatWasRightInManySeriesAndHardlyForOne() {
        assertThat(learnt(400)[0]).isGreaterThan(0.7);
        assertThat(learnt(1)[0]).isBetween(0.5, 0.6);
    }

    /** Two methods: one right up to noise, the other off by a level shift. */
    private static double[] learnt(int count) {
        var random = new Random(4);
        List<TimeSeries> series = new ArrayList<>();
        double[][][] means = new double[count][2][4];
        double[][] naive = new double[count][4];
        for (int i = 0; i < count; i++) {
            double[] values = new double[24];
            for (int t = 0; t < values.length; t++) {
                values[t] = 100 + 5 * random.nextGaussian();
            }
            series.add(TimeSeries.of(values, 1));
        }
        Holdout holdout = Holdout.of(series, 4);
        for (int i = 0; i < count; i++) {
            for (int h = 0; h < 4; h++) {
                naive[i][h] = 90;
                means[i][0][h] = holdout.futures()[i][h] + random.nextGaussian();
                means[i][1][h] = 115;
            }
        }
        return Weights.learn(
                new double[] {1, 1}, new MemberForecasts(holdout.pasts(), means, new double[count][4]), holdout, naive);
    }
}
