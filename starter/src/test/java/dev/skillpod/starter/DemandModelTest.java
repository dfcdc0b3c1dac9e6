package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.DemandPoint;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class DemandModelTest {
    private static final StarterConfig CONFIG = StarterConfig.defaults().withLearners(1);
    private static final StarterWorld WORLD = StarterWorld.generate(CONFIG, TestCatalog.small(), 1);

    @Test
    void regionsSumToTheWholeMarket() {
        List<DemandPoint> demand = WORLD.demand();
        assertThat(demand).hasSize(24 * 72 * 5);
        for (int i = 0; i < demand.size(); i += 5) {
            DemandPoint national = demand.get(i);
            assertThat(national.region()).isNull();
            double postings = 0;
            double applicants = 0;
            for (int r = 1; r <= 4; r++) {
                DemandPoint regional = demand.get(i + r);
                assertThat(regional.region()).isEqualTo(DemandModel.REGIONS.get(r - 1));
                assertThat(regional.skillId()).isEqualTo(national.skillId());
                assertThat(regional.period()).isEqualTo(national.period());
                assertThat(regional.postings()).isGreaterThanOrEqualTo(0);
                postings += regional.postings();
                applicants += regional.applicants();
            }
            assertThat(national.postings()).isEqualTo(postings);
            assertThat(national.applicants()).isEqualTo(applicants);
            assertThat(national.medianPay()).isBetween(10_000.0, 200_000.0);
        }
    }

    @Test
    void monthsEndWithTheLog() {
        assertThat(WORLD.demand().getFirst().period()).isEqualTo(YearMonth.of(2020, 11));
        assertThat(WORLD.demand().getLast().period()).isEqualTo(YearMonth.of(2026, 10));
    }

    /** Decembers are quieter than the Januaries after them for nearly every skill: the season is shared. */
    @Test
    void seasonShows() {
        List<DemandPoint> national =
                WORLD.demand().stream().filter(p -> p.region() == null).toList();
        int quieter = 0;
        int pairs = 0;
        for (int i = 1; i < national.size(); i++) {
            if (national.get(i).period().getMonthValue() == 1 && national.get(i).postings() > 0) {
                pairs++;
                quieter += national.get(i - 1).postings() < national.get(i).postings() ? 1 : 0;
            }
        }
        assertThat(quieter / (double) pairs).isGreaterThan(0.8);
    }
}
