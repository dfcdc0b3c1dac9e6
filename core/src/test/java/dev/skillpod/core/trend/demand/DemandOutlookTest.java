package dev.skillpod.core.trend.demand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.trend.BackTest;
import dev.skillpod.core.trend.Band;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemandOutlookTest {
    private static SkillOutlook only(LastValueForecaster forecaster, MonthlyDemand... skills) {
        return new DemandOutlook(forecaster, id -> id).of(List.of(skills)).getFirst();
    }

    @Test
    void growthIsAYearAheadOverTheLastThreeMonths() {
        SkillOutlook outlook =
                only(new LastValueForecaster(1.5, 0.5), Histories.of("a", 30, t -> t == 1 ? 60 : t == 2 ? 90 : 30));
        // Base (30 + 60 + 90) / 3 = 60; expected 45, within 0.8 × 0.5 × 45 = 18; half a posting on both sides.
        assertThat(outlook.recentPostings()).isEqualTo(60);
        assertThat(outlook.growth().expected()).isCloseTo(45.5 / 60.5 - 1, within(1e-12));
        assertThat(outlook.growth().lower()).isCloseTo(27.5 / 60.5 - 1, within(1e-12));
        assertThat(outlook.growth().upper()).isCloseTo(63.5 / 60.5 - 1, within(1e-12));
        assertThat(outlook.mean()).hasSize(52).containsOnly(45);
    }

    @Test
    void nothingIsNegativeAndWhatIsExpectedLiesInItsBands() {
        SkillOutlook outlook = only(new LastValueForecaster(1, 3), Histories.of("a", 30, t -> 10));
        for (Band band : outlook.bands()) {
            for (int h = 0; h < outlook.mean().length; h++) {
                assertThat(band.lower()[h]).isBetween(0.0, outlook.mean()[h]);
                assertThat(band.upper()[h]).isGreaterThanOrEqualTo(outlook.mean()[h]);
            }
        }
        assertThat(outlook.bands()).extracting(Band::coverage).containsExactly(0.8, 0.95);
    }

    @Test
    void confidenceIsSkillAgainstNaiveLessWhenLittleWasTested() {
        assertThat(only(new LastValueForecaster(1, 0.1), Histories.of("a", 30, t -> 10))
                        .confidence())
                .isCloseTo(0.25 * 9 / 12, within(1e-12));
        assertThat(only(new LastValueForecaster(1, 0.1), Histories.of("a", 5, t -> 10))
                        .confidence())
                .isZero();
        assertThat(DemandOutlook.confidence(Optional.of(new BackTest(9, 50, 5, 4, 10, 0.8))))
                .isZero();
    }

    @Test
    void shortHistoriesAreLeftOutAndAllOthersGetFiniteNumbers() {
        var skills = new ArrayList<MonthlyDemand>();
        skills.add(Histories.of("two", 2, t -> 5));
        skills.add(Histories.of("three", 3, t -> 5));
        skills.add(Histories.of("zero", 40, t -> 0));
        skills.add(Histories.of("holes", 60, t -> t % 7 == 1 ? Double.NaN : t % 5));
        skills.add(Histories.of("exploding", 60, t -> Math.pow(1.5, 60 - t)));
        skills.add(Histories.of("sparse", 300, t -> t % 100 == 3 ? 2 : Double.NaN));
        skills.add(Histories.until(YearMonth.of(2020, 5), "ended", 30, t -> 7));
        skills.add(Histories.until(YearMonth.of(2062, 5), "typo", 30, t -> 7));
        var outlooks = new DemandOutlook(new LastValueForecaster(1.1, 0.3), id -> id).of(skills);
        assertThat(outlooks)
                .extracting(SkillOutlook::skillId)
                .containsExactly("ended", "exploding", "holes", "sparse", "three", "typo", "zero");
        for (SkillOutlook outlook : outlooks) {
            assertThat(outlook.score()).isBetween(0.0, 100.0);
            assertThat(outlook.scoreInSixMonths()).isBetween(0.0, 100.0);
            assertThat(outlook.growth().expected()).isFinite();
            assertThat(Arrays.stream(outlook.mean())).allMatch(Double::isFinite);
            assertThat(outlook.factors()).allSatisfy(f -> assertThat(f).doesNotContain("NaN", "Infinity"));
        }
        assertThat(new DemandOutlook(new LastValueForecaster(1, 1), id -> id).of(List.of()))
                .isEmpty();
    }

    @Test
    void forecastsBeginWhereTheMarketEndsUnlessTheSkillEndedLongBefore() {
        var outlooks = new DemandOutlook(new LastValueForecaster(1, 0.1), id -> id)
                .of(List.of(
                        Histories.of("a", 30, t -> 7),
                        Histories.of("b", 30, t -> 7),
                        Histories.until(YearMonth.of(2026, 8), "late", 30, t -> 7),
                        Histories.until(YearMonth.of(2024, 8), "long-ago", 30, t -> 7)));
        assertThat(outlooks)
                .extracting(SkillOutlook::start)
                .containsExactly(Histories.LAST, Histories.LAST, Histories.LAST, YearMonth.of(2024, 8));
        assertThat(outlooks).extracting(SkillOutlook::current).containsExactly(true, true, true, false);
        assertThat(outlooks.get(2).historyUntil()).isEqualTo(YearMonth.of(2026, 8));
        assertThat(outlooks.get(3).factors())
                .contains("Its history ends in August 2024, that of the market in October 2026.");
    }
}
