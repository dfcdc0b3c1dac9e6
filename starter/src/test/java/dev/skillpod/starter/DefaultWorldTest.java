package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The world that the product ships with has the size that it promises. */
class DefaultWorldTest {
    @Test
    void hasThePromisedSize() {
        assumeTrue(StarterCatalogTest.complete(), "the hand-written catalogue is not complete yet");
        StarterConfig config = StarterConfig.defaults();
        StarterWorld world = StarterWorld.generate(config);
        long impressions = 0;
        long deeper = 0;
        long market = 0;
        int joinedLate = 0;
        for (LearnerHistory history : world.histories()) {
            long shown = history.engagements().stream()
                    .filter(e -> e.type() == EngagementType.IMPRESSION)
                    .count();
            impressions += shown;
            deeper += history.engagements().size() - shown;
            market += history.signals().size() + history.outcomes().size();
            boolean late = history.engagements().isEmpty()
                    || history.engagements()
                            .getFirst()
                            .occurredAt()
                            .isAfter(config.end().minus(Duration.ofDays(31)));
            joinedLate += late ? 1 : 0;
        }
        assertThat(world.histories()).hasSize(5000);
        assertThat(impressions).isBetween(250_000L, 320_000L);
        assertThat(deeper).isBetween(40_000L, 70_000L);
        assertThat(market).isBetween(60_000L, 100_000L);
        // a tenth: 500 +- 4 * sqrt(5000 * 0.1 * 0.9) = 500 +- 85
        assertThat(joinedLate).isBetween(415, 585);
        assertThat(world.demand()).hasSize(world.catalog().skills().size() * 72 * 5);
    }
}
