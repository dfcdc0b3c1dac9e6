package dev.skillpod.core.trend.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DemandScoresTest {
    private static Map<String, Double> scores(MonthlyDemand... skills) {
        return DemandScores.of(DemandMarket.of(List.of(skills)));
    }

    @Test
    void equalSkillsAreInTheMiddle() {
        var scores = scores(Histories.of("a", 48, t -> 20), Histories.of("b", 48, t -> 20));
        assertThat(scores.get("a")).isCloseTo(50, within(1e-4));
        assertThat(scores.get("b")).isCloseTo(50, within(1e-4));
        assertThat(scores(Histories.of("a", 3, t -> 0)).get("a")).isCloseTo(50, within(1e-4));
    }

    @Test
    void theLevelIsThePlaceInALogNormalMarket() {
        // ln(x + 0.5) is −d and d around its mean, the deviation is d: levels Φ(−1), Φ(1).
        var scores = scores(Histories.of("little", 48, t -> 9.5), Histories.of("much", 48, t -> 999.5));
        assertThat(scores.get("little")).isCloseTo(75 * 0.158655 + 12.5, within(1e-3));
        assertThat(scores.get("much")).isCloseTo(75 * 0.841345 + 12.5, within(1e-3));
    }

    @Test
    void aShareThatGrewCountsAboveTheSameShareThatDidNot() {
        var steady = new ArrayList<MonthlyDemand>();
        for (int s = 0; s < 30; s++) {
            steady.add(Histories.of("steady-" + s, 48, t -> 100));
        }
        steady.add(Histories.of("grew", 48, t -> t < 12 ? 100 : 50));
        var scores = DemandScores.of(DemandMarket.of(steady));
        // Nine pairs of months, each of twice the share less the market: rise Φ(9/12 × 0.677 / 0.25) = 0.979.
        assertThat(scores.get("grew") - scores.get("steady-0")).isBetween(11.5, 13.0);
    }

    @Test
    void aMarketThatRisesAsAWholeRaisesNobody() {
        var level = scores(Histories.of("a", 48, t -> 100), Histories.of("b", 48, t -> 300));
        var risen =
                scores(Histories.of("a", 48, t -> t < 12 ? 200 : 100), Histories.of("b", 48, t -> t < 12 ? 600 : 300));
        assertThat(risen.get("a")).isCloseTo(level.get("a"), within(0.2));
        assertThat(risen.get("b")).isCloseTo(level.get("b"), within(0.2));
    }

    @Test
    void onePostingMoreNeverJumps() {
        double before = -1;
        for (int postings = 0; postings < 300; postings++) {
            int x = postings;
            double score = scores(
                            Histories.of("s", 30, t -> t == 0 ? x : 40),
                            Histories.of("b", 30, t -> 10),
                            Histories.of("c", 30, t -> 100),
                            Histories.of("d", 30, t -> 1000))
                    .get("s");
            assertThat(score).isBetween(0.0, 100.0);
            if (postings > 20) {
                assertThat(score - before).isBetween(-0.01, 1.0);
            }
            before = score;
        }
    }
}
