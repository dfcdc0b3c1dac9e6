package dev.skillpod.core.trend.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.FittedForecaster;
import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;
import dev.skillpod.core.trend.GoldenSeries;
import dev.skillpod.core.trend.TimeSeries;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ComplexSmoothingTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new ComplexSmoothing();
    }

    /*
     * Golden, statsforecast 2.1.1: k = AutoCES(season_length=4, model='S').fit(y), with 'N', 'P', 'F' likewise; k.model_['par'] and
     * sum(k.model_['residuals'] ** 2).
     */
    @Test
    void errsWithGivenWeightsAsStatsforecastDoes() {
        squares(ComplexForm.NONE, 92748.91669759763, 1.1013345688034306, 1.0096249723108472);
        squares(ComplexForm.SIMPLE, 5425.896662797451, 1.8, 1.0771645992994148);
        squares(ComplexForm.PARTIAL, 5284.445277306844, 1.008146545066808, 1.0074040970622418, 0.9244154291831544);
        squares(ComplexForm.FULL, 5513.957902238206, 1.323617809548819, 0.9473698364286998, 1.5, 1.0512759973810766);
    }

    /** Golden, statsforecast 2.1.1: {@code AutoCES(season_length=m).fit(y).predict(6)['mean'].round(4)}; its simplex stops a little elsewhere. */
    @Test
    void forecastsAsStatsforecastWithoutSeasons() {
        assertThat(forecaster().fit(GoldenSeries.rising()).mean(6))
                .containsExactly(new double[] {193.661, 195.0901, 197.2483, 199.2692, 201.3468, 203.438}, within(0.2));
        assertThat(forecaster().fit(GoldenSeries.wandering()).mean(6))
                .containsExactly(new double[] {105.5649, 103.7085, 102.4004, 100.7961, 99.4055, 97.9201}, within(0.2));
    }

    /** Golden, statsforecast 2.1.1: {@code AutoCES(season_length=4, model='P').fit(y).predict(6)['mean'].round(3)}. */
    @Test
    void forecastsAsStatsforecastWithPartialSeasons() {
        assertThat(ComplexFit.of(GoldenSeries.seasonal(), ComplexForm.PARTIAL).mean(6))
                .containsExactly(new double[] {139.078, 245.652, 265.022, 148.398, 147.448, 254.236}, within(0.2));
    }

    @Test
    void choosesSeasonsWhereThereAreSome() {
        double[] mean = forecaster().fit(GoldenSeries.seasonal()).mean(4);

        assertThat(mean[0] / mean[2]).isCloseTo(0.7 / 1.3, within(0.06));
    }

    @Test
    void choosesNoSeasonsInNoise() {
        var random = new Random(2);
        double[] noise = random.doubles(60, 90, 110).toArray();
        double[] mean = forecaster().fit(TimeSeries.of(noise, 12)).mean(24);

        for (double value : mean) {
            assertThat(value).isCloseTo(mean[0], within(3.0));
        }
    }

    @Test
    void keepsItsFormInARefit() {
        FittedForecaster fitted = forecaster().fit(GoldenSeries.seasonal());
        double[] mean = fitted.refit(GoldenSeries.seasonal().head(44)).mean(4);

        // 0.54 by construction, 1 without seasons; noise of up to a tenth in each of the values the seasons come from
        assertThat(mean[0] / mean[2]).isBetween(0.4, 0.7);
    }

    @Test
    void staysFiniteForAThousandSteps() {
        FittedForecaster fitted = forecaster().fit(GoldenSeries.rising());

        assertThat(fitted.mean(1000)[999]).isFinite();
        assertThat(fitted.deviation(1000)[999]).isFinite().isGreaterThan(fitted.deviation(1)[0]);
    }

    /** By hand: an error of 1 leaves (u, p) = (0.3, 2.1); a step without error maps it to (u − 0.1 p, u − 0.2 p); the season gets 0.5. */
    @Test
    void anErrorGoesOnIntoTheStepsAfterIt() {
        double[] weights = {1.2, 0.9, 0.5};
        double[] response =
                ComplexState.ofError(ComplexForm.PARTIAL, weights, 3).path(ComplexForm.PARTIAL, weights, 4);

        double first = 1.2 - 0.9;
        double hidden = 1.2 + 0.9;
        double second = first - 0.1 * hidden;
        double hiddenSecond = first - 0.2 * hidden;
        double third = second - 0.1 * hiddenSecond;
        assertThat(response[0]).isCloseTo(first, within(1e-12));
        assertThat(response[1]).isCloseTo(second, within(1e-12));
        assertThat(response[2]).isCloseTo(third + 0.5, within(1e-12));
    }

    private static void squares(ComplexForm form, double golden, double... weights) {
        double squares = new ComplexFilter(GoldenSeries.seasonal(), form).applyAsDouble(weights);
        assertThat(squares).isCloseTo(golden, within(1e-3 * golden));
    }
}
