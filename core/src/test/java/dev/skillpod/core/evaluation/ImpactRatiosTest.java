package dev.skillpod.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.evaluation.Bootstrap.Interval;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ImpactRatiosTest {
    private static final double BAR = 0.5;

    private final SplittableRandom random = new SplittableRandom(7);

    @Test
    void theTopHalfBeginsAtTheMedianAndTiesAreSelectedToo() {
        assertThat(ImpactRatios.threshold(new double[] {0.4, 0.1, 0.3, 0.2}, 0.5))
                .isEqualTo(0.3);
        assertThat(ImpactRatios.threshold(new double[] {0.3, 0.1, 0.2}, 0.5)).isEqualTo(0.2);
        assertThat(ImpactRatios.threshold(new double[] {0.3, 0.1, 0.2}, 1)).isEqualTo(0.1);
        assertThat(ImpactRatios.threshold(new double[] {0.3, 0.1, 0.2}, 1e-9)).isEqualTo(0.3);
        assertThat(ImpactRatios.threshold(
                        IntStream.range(0, 10).mapToDouble(i -> i).toArray(), 0.3))
                .isEqualTo(7);
        assertThatThrownBy(() -> ImpactRatios.threshold(new double[] {1}, 0)).hasMessageContaining("share in (0, 1]");
        assertThatThrownBy(() -> ImpactRatios.threshold(new double[0], 0.5)).hasMessageContaining("had 0");
    }

    @Test
    void ratiosAreRatesOverTheBestGroupsRate() {
        ImpactReport report = report(null, Map.of("a", group(200, 120), "b", group(200, 54), "c", group(200, 110)));

        assertThat(report.reference()).contains("a");
        assertThat(report.threshold()).isEqualTo(BAR);
        GroupImpact a = report.groups().get(0);
        assertThat(a.verdict()).isEqualTo(ImpactVerdict.REFERENCE);
        assertThat(a.impactRatio()).isEmpty();
        assertThat(a.selectionRate().orElseThrow().mean()).isEqualTo(0.6);
        GroupImpact b = report.groups().get(1);
        assertThat(b.people()).isEqualTo(200);
        assertThat(b.selectionRate().orElseThrow().mean()).isEqualTo(0.27);
        assertThat(b.meanPrediction().orElseThrow().mean()).isCloseTo(0.27 * 0.9 + 0.73 * 0.1, within(1e-12));
        Interval ratio = b.impactRatio().orElseThrow();
        assertThat(ratio.mean()).isCloseTo(0.45, within(1e-12));
        // log ratio: sd = sqrt(0.73/54 + 0.4/120) = 0.130, so exp(ln 0.45 -+ 1.96 * 0.130) = [0.349, 0.580]
        assertThat(ratio.lower()).isCloseTo(0.349, within(0.02));
        assertThat(ratio.upper()).isCloseTo(0.580, within(0.02));
        assertThat(b.verdict()).isEqualTo(ImpactVerdict.ADVERSE);
        assertThat(report.groups().get(2).verdict()).isEqualTo(ImpactVerdict.UNCERTAIN);
    }

    @Test
    void theSameRatioIsFlaggedOnlyWhenTheIntervalSupportsIt() {
        assertThat(verdict("b", Map.of("a", group(100, 60), "b", group(100, 42))))
                .isEqualTo(ImpactVerdict.UNCERTAIN);
        assertThat(verdict("b", Map.of("a", group(10_000, 6_000), "b", group(10_000, 4_200))))
                .isEqualTo(ImpactVerdict.ADVERSE);
        assertThat(verdict("b", Map.of("a", group(10_000, 6_000), "b", group(10_000, 5_600))))
                .isEqualTo(ImpactVerdict.WITHIN);
    }

    @Test
    void smallGroupsAreNamedAndNotJudgedAndNoReferenceEither() {
        ImpactReport report = report(null, Map.of("big", group(30, 10), "best", group(29, 29), "none", group(0, 0)));

        assertThat(report.reference()).contains("big");
        assertThat(report.groups()).extracting(GroupImpact::name).containsExactly("best", "big", "none");
        assertThat(report.groups().get(0))
                .isEqualTo(new GroupImpact(
                        "best",
                        29,
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        java.util.Optional.empty(),
                        ImpactVerdict.TOO_FEW));
        assertThat(report.groups().get(2).verdict()).isEqualTo(ImpactVerdict.TOO_FEW);
        assertThat(report(null, Map.of("a", group(29, 3))).reference()).isEmpty();
        assertThat(report(null, Map.of()).groups()).isEmpty();
    }

    @Test
    void whereAllPredictionsTieEverybodyIsSelectedAndRatiosAreOne() {
        double[] same = IntStream.range(0, 400).mapToDouble(i -> 0.3).toArray();
        double threshold = ImpactRatios.threshold(same, 0.5);
        var groups = new TreeMap<>(Map.of("a", same, "b", same));

        ImpactReport report = ImpactRatios.of(groups, threshold, null, random);

        assertThat(report.reference()).contains("a");
        assertThat(report.groups().get(1).selectionRate().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.groups().get(1).impactRatio().orElseThrow().mean()).isEqualTo(1);
        assertThat(report.groups().get(1).verdict()).isEqualTo(ImpactVerdict.WITHIN);
    }

    @Test
    void aNamedReferenceMayBeTheOneAtADisadvantage() {
        Map<String, double[]> groups = Map.of("a", group(500, 300), "b", group(500, 100), "few", group(5, 5));

        ImpactReport report = report("b", groups);

        assertThat(report.reference()).contains("b");
        assertThat(report.groups().get(0).impactRatio().orElseThrow().mean()).isCloseTo(3, within(1e-12));
        assertThat(report.groups().get(0).verdict()).isEqualTo(ImpactVerdict.ADVERSE_TO_REFERENCE);
        assertThatThrownBy(() -> report("few", groups))
                .hasMessage("reference must be a group of at least 30 people with a prediction (a, b), was 'few'");
        assertThatThrownBy(() -> report("z", groups)).hasMessageContaining("(a, b), was 'z'");
    }

    @Test
    void aReferenceOfWhichNobodyIsSelectedComparesWithNothing() {
        ImpactReport report = report("a", Map.of("a", group(100, 0), "b", group(100, 50)));

        assertThat(report.groups().get(1).impactRatio()).isEmpty();
        assertThat(report.groups().get(1).verdict()).isEqualTo(ImpactVerdict.UNDEFINED);
    }

    /** With a rate of 5 %, a group of 30 has nobody selected one time in five: that alone is no proof. */
    @Test
    void nobodyOfASmallGroupIsNoCertainty() {
        Map<String, double[]> groups = Map.of("a", group(1000, 50), "b", group(30, 0));

        assertThat(verdict("b", groups)).isEqualTo(ImpactVerdict.UNCERTAIN);
        Interval rate = report(null, groups).groups().get(1).selectionRate().orElseThrow();
        assertThat(rate.mean()).isZero();
        assertThat(rate.lower()).isZero();
        assertThat(rate.upper()).isBetween(0.05, 0.12);
    }

    /** 95 % intervals over 300 pairs of groups: the share that holds the truth has sd 1.3 %, three of which are 3.8 %. */
    @Test
    void intervalsHoldTheTrueRatioAsOftenAsTheySay() {
        for (double[] rates : new double[][] {{0.5, 0.35}, {0.2, 0.1}}) {
            int held = 0;
            for (int i = 0; i < 300; i++) {
                var groups = new TreeMap<>(Map.of("a", drawn(100, rates[0]), "b", drawn(50, rates[1])));
                Interval ratio = ImpactRatios.of(groups, BAR, "a", random)
                        .groups()
                        .get(1)
                        .impactRatio()
                        .orElseThrow();
                double truth = rates[1] / rates[0];
                held += ratio.lower() <= truth && truth <= ratio.upper() ? 1 : 0;
            }
            assertThat(held / 300.0).as("%s", rates[1]).isBetween(0.912, 0.988);
        }
    }

    @Test
    void drawsHaveTheMomentsOfTheBinomial() {
        for (double[] shape : new double[][] {{40, 0.02}, {40, 0.5}, {500, 0.9}, {5000, 0.3}}) {
            int draws = 20_000;
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < draws; i++) {
                double draw = BinomialDraw.next((int) shape[0], shape[1], random);
                sum += draw;
                squares += draw * draw;
            }
            double mean = shape[0] * shape[1];
            double variance = mean * (1 - shape[1]);
            // five standard errors of the mean; those of the variance are below sqrt(4 / draws), 1.4 %, of it
            assertThat(sum / draws).isCloseTo(mean, within(5 * Math.sqrt(variance / draws)));
            assertThat(squares / draws - Math.pow(sum / draws, 2)).isCloseTo(variance, within(0.07 * variance));
        }
    }

    private ImpactVerdict verdict(String name, Map<String, double[]> groups) {
        return report(null, groups).groups().stream()
                .filter(group -> group.name().equals(name))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private ImpactReport report(String reference, Map<String, double[]> groups) {
        return ImpactRatios.of(new TreeMap<>(groups), BAR, reference, random);
    }

    /** People of whom so many are predicted 0.9, and the others 0.1. */
    private static double[] group(int people, int selected) {
        return IntStream.range(0, people)
                .mapToDouble(i -> i < selected ? 0.9 : 0.1)
                .toArray();
    }

    private double[] drawn(int people, double rate) {
        return IntStream.range(0, people)
                .mapToDouble(i -> random.nextDouble() < rate ? 0.9 : 0.1)
                .toArray();
    }
}
