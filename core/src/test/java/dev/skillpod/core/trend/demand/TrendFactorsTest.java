package dev.skillpod.core.trend.demand;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Sentences are true, and are not said where the history does not show it. */
class TrendFactorsTest {
    private static List<String> factors(String skill, List<MonthlyDemand> market) {
        return new DemandOutlook(new LastValueForecaster(1, 0.1), id -> "the skill " + id)
                .of(market).stream()
                        .filter(outlook -> outlook.skillId().equals(skill))
                        .findFirst()
                        .orElseThrow()
                        .factors();
    }

    private static List<MonthlyDemand> market(MonthlyDemand... first) {
        var market = new ArrayList<>(List.of(first));
        for (int s = 0; s < 5; s++) {
            market.add(Histories.of("z" + s, 48, t -> t < 12 ? 97 : 100));
        }
        return market;
    }

    @Test
    void thePastYearIsComparedWithTheYearBeforeAndWithTheMarket() {
        var factors = factors("a", market(Histories.of("a", 48, t -> t < 12 ? 114 : 100)));
        assertThat(factors.get(0))
                .isEqualTo(
                        "Postings rose 14 % in the 12 months to October 2026 against the 12 before (114 a month, before"
                                + " 100).");
        // The market: 5 × 97 + 114 = 599 after 600; shares 114 / 599 and 100 / 600.
        assertThat(factors.get(1))
                .isEqualTo(
                        "The whole market (6 skills) stayed level in the same months; its share of the postings rose from"
                                + " 16.7 % to 19.0 %.");
        assertThat(factors.get(2))
                .isEqualTo(
                        "In a year, postings are expected as in the last three months (80 % interval: −8 % to +8 %).");
        assertThat(factors).hasSize(3);
    }

    @Test
    void onlyMonthsKnownInBothYearsAreCompared() {
        // October (ago 0 and 12) is missing once: the huge October of the other year must not count.
        var factors = factors(
                "a", market(Histories.of("a", 48, t -> t == 12 ? Double.NaN : t == 0 ? 10_000 : t < 12 ? 50 : 100)));
        assertThat(factors.getFirst())
                .isEqualTo(
                        "Postings fell 50 % in 11 months of the year to October 2026 against the same months a year before"
                                + " (50 a month, before 100).");
    }

    @Test
    void aShortHistoryIsSaidToBeShort() {
        assertThat(factors("a", market(Histories.of("a", 9, t -> 20 + t))))
                .first()
                .isEqualTo(
                        "Only 9 months are known (February 2026 to October 2026), too few to compare two years; on average"
                                + " 24 postings a month.");
    }

    @Test
    void skillsRecordedOnlyNowAreNoGrowthOfTheMarket() {
        var market = market(Histories.of("a", 48, t -> 100));
        market.add(Histories.of("new", 8, t -> 100_000));
        assertThat(factors("a", market).get(1)).contains("(6 skills) fell 3 %");
    }

    @Test
    void aSeasonIsNamedWhereTheHistoryShowsIt() {
        var noise = new Random(7).doubles(96, -0.03, 0.03).toArray();
        // December (two months after October) is 20 % low, September (one month before) 12 % high.
        var seasonal =
                Histories.of("a", 96, t -> 1000 * (1 + noise[t]) * (t % 12 == 10 ? 0.8 : t % 12 == 1 ? 1.12 : 1));
        var sentence = factors("a", market(seasonal)).stream()
                .filter(f -> f.startsWith("Season"))
                .findFirst()
                .orElseThrow();
        assertThat(sentence)
                .matches("Season: typically 1[1-5] % above the year's average in September and (1[89]|2[0-2]) % below"
                        + " in December\\.");
    }

    @Test
    void noiseHasNoSeasonAndNoRelations() {
        var market = new ArrayList<MonthlyDemand>();
        var random = new Random(11);
        for (int s = 0; s < 60; s++) {
            double[] noise = random.doubles(96, -0.3, 0.3).toArray();
            market.add(Histories.of("s" + s, 96, t -> 500 * (1 + noise[t])));
        }
        // 60 skills, each with a chance below 1/1000 of a season by chance, and 1/100 for all pairs of the market
        // together.
        for (MonthlyDemand skill : market) {
            assertThat(factors(skill.skillId(), market))
                    .noneMatch(f -> f.startsWith("Season") || f.startsWith("Moves"));
        }
    }

    @Test
    void skillsThatMoveTogetherAreNamedAndTheMarketIsNotMistakenForARelation() {
        var market = new ArrayList<MonthlyDemand>();
        var random = new Random(3);
        double[] common = random.doubles(72, -0.3, 0.3).toArray();
        double[] shared = random.doubles(72, -0.2, 0.2).toArray();
        for (int s = 0; s < 40; s++) {
            double[] own = random.doubles(72, -0.1, 0.1).toArray();
            double of = s < 2 ? 1 : 0;
            market.add(Histories.of("s" + s, 72, t -> 1000 * (1 + common[t]) * (1 + of * shared[t]) * (1 + own[t])));
        }
        // Shared changes have 4 times the variance of the skill's own: correlation 0.8, give or take.
        assertThat(factors("s0", market))
                .last()
                .asString()
                .matches("Moves together with the skill s1 \\(0\\.[78]\\d\\): .*");
        assertThat(factors("s1", market)).last().asString().startsWith("Moves together with the skill s0 (");
        assertThat(factors("s5", market)).noneMatch(f -> f.startsWith("Moves"));
    }
}
