package dev.skillpod.core.trend.market;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MarketFactorTest {
    private static final double[] INDEX = {0.5, 1.5, 1.0, 0.8, 1.2, 1.0};

    @Test
    void recoversTheFactorOfCleanSeriesAlsoThroughGaps() {
        double[][] values = Arrays.stream(new double[] {1, 7, 1000, 0})
                .mapToObj(level -> Arrays.stream(INDEX).map(v -> v * level).toArray())
                .toArray(double[][]::new);
        values[0][0] = Double.NaN;
        values[0][1] = Double.NaN;
        values[2][4] = Double.NaN;

        assertThat(MarketFactor.of(values).index()).containsExactly(INDEX, within(1e-6));
    }

    @Test
    void recoversTheFactorOfNoisySeries() {
        var random = new Random(4);
        var values = new double[2000][INDEX.length];
        for (double[] row : values) {
            double level = Math.exp(random.nextGaussian() * 2);
            Arrays.setAll(row, t -> level * INDEX[t] * Math.exp(0.5 * random.nextGaussian()));
        }

        // A mean of 2,000 log-normal values of sigma .5 has a standard error of .012 of itself; five of them, of at
        // most 1.5.
        assertThat(MarketFactor.of(values).index()).containsExactly(INDEX, within(0.09));
    }

    @Test
    void sharesOfASeriesThatMovesWithTheMarketAreConstant() {
        MarketFactor factor = MarketFactor.of(new double[][] {INDEX});
        double[] series = Arrays.stream(INDEX).map(v -> 30 * v).toArray();
        series[2] = Double.NaN;

        assertThat(factor.share(series)).containsExactly(new double[] {30, 30, Double.NaN, 30, 30, 30}, within(1e-9));
        assertThatThrownBy(() -> factor.share(new double[5]))
                .hasMessage("series must be as long as the market, 6, was 5");
    }

    @Test
    void aMarketOfZerosStandsStill() {
        assertThat(MarketFactor.of(new double[3][4]).index()).containsOnly(1);
    }

    @Test
    void refusesNegativeValues() {
        assertThatThrownBy(() -> MarketFactor.of(new double[][] {{1, -2}}))
                .hasMessage("value 1 of series 0 must be at least 0, was -2.0");
    }
}
