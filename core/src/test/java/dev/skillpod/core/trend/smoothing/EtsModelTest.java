package dev.skillpod.core.trend.smoothing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.TimeSeries;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Beside statsforecast 2.1.1, {@code AutoETS(season_length=m, model=…, damped=…).fit(y)}: {@code model_['aicc']} and, of {@code predict(15, level=[95])}, steps 1, 6 and 15 of {@code mean} and {@code (hi-95 - mean) / 1.96}, for the series of {@link ExampleSeries}.
 *
 * <p>Its simplex search ends before the maximum, so that the criterion here may be lower, and forecasts differ a little.
 */
class EtsModelTest {
    private static final int[] STEPS = {0, 5, 14};

    record Golden(EtsForm form, double[] values, int frequency, double criterion, double[] mean) {}

    static Stream<Golden> golden() {
        double[] additive = ExampleSeries.additive();
        double[] multiplicative = ExampleSeries.multiplicative();
        double[] walk = ExampleSeries.walk();
        return Stream.of(
                new Golden(form("ANN"), ExampleSeries.flat(), 1, 569.488, new double[] {49.99, 49.99, 49.99}),
                new Golden(form("AAdN"), walk, 1, 358.854, new double[] {271.99, 274.98, 279.65}),
                new Golden(form("MAN"), walk, 1, 351.755, new double[] {272.34, 277.43, 286.6}),
                new Golden(form("AAA"), additive, 12, 663.617, new double[] {409.84, 438.44, 465.49}),
                new Golden(form("MNA"), additive, 12, 699.097, new double[] {403.12, 421.68, 437.14}),
                new Golden(form("MAM"), multiplicative, 12, 812.139, new double[] {594.44, 709.89, 814.64}),
                new Golden(form("MNM"), multiplicative, 12, 852.518, new double[] {569.65, 662.73, 712.2}));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void isAsLikelyAsThePeersAndForecastsAlike(Golden golden) {
        EtsModel model = fit(golden.form(), golden.values(), golden.frequency());

        double[] mean = model.mean(15);
        assertThat(model.correctedCriterion()).isLessThan(golden.criterion() + 0.01);
        for (int i = 0; i < STEPS.length; i++) {
            assertThat(mean[STEPS[i]]).isCloseTo(golden.mean()[i], within(0.03 * golden.mean()[i]));
        }
    }

    /** Where both searches end in the same place. The peer divides by two degrees of freedom less, which is 3 % of 70. */
    @Test
    void deviatesLikeThePeer() {
        deviates(fit(form("ANN"), ExampleSeries.flat(), 1), 6.055, 6.055, 6.055);
        deviates(fit(form("AAdN"), ExampleSeries.walk(), 1), 1.367, 2.519, 6.407);
        deviates(fit(form("MAN"), ExampleSeries.walk(), 1), 1.536, 2.209, 3.109);
    }

    private static void deviates(EtsModel model, double... expected) {
        double[] deviation = model.deviation(15);
        for (int i = 0; i < STEPS.length; i++) {
            assertThat(deviation[STEPS[i]]).isCloseTo(expected[i], within(0.02 * expected[i]));
        }
    }

    private static EtsModel fit(EtsForm form, double[] values, int frequency) {
        return EtsModel.best(TimeSeries.of(values, frequency), List.of(form));
    }

    private static EtsForm form(String symbol) {
        return EtsForm.all().stream()
                .filter(form -> form.symbol().equals(symbol))
                .findFirst()
                .orElseThrow();
    }
}
