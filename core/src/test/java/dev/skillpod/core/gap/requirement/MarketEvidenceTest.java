package dev.skillpod.core.gap.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.recommend.TinyWorld;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a learner's market activity asks for, by hand. */
class MarketEvidenceTest {
    private static final Instant NOW = TinyWorld.NOW;
    private static final JobPosting BAKERY =
            posting("bakery", new AskedSkill("bread", 80), new AskedSkill("dough", null));
    private static final JobPosting CANTEEN = posting("canteen", new AskedSkill("bread", 40));

    private final MarketEvidence reader = new MarketEvidence(
            new Postings(List.of(BAKERY, CANTEEN)),
            UsualLevels.of(TinyWorld.index().catalog(), List.of(BAKERY, CANTEEN)));

    private static JobPosting posting(String id, AskedSkill... skills) {
        return new JobPosting(id, null, null, null, NOW, List.of(skills), null, DataSource.SYNTHETIC);
    }

    private static MarketSignal signal(SignalType type, int daysAgo, @Nullable String job, String... skills) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new MarketSignal(type + " " + daysAgo, TinyWorld.LEARNER, at, type, List.of(skills), job, null, null);
    }

    private static ApplicationOutcome outcome(Outcome outcome, int daysAgo, String job) {
        Instant at = NOW.minus(Duration.ofDays(daysAgo));
        return new ApplicationOutcome("o" + daysAgo, TinyWorld.LEARNER, at, job, outcome, List.of("soup"), null);
    }

    private Map<String, Evidence.ByMarket> evidence(List<ApplicationOutcome> outcomes, MarketSignal... signals) {
        var sorted = List.of(signals).stream()
                .sorted(Comparator.comparing(MarketSignal::occurredAt))
                .toList();
        return reader.of(
                new LearnerHistory(TinyWorld.LEARNER, LearnerProfile.empty(), List.of(), List.of(), sorted, outcomes),
                NOW);
    }

    @Test
    void everyJobCountsOnceAndThePostingSaysAtWhichLevel() {
        var evidence = evidence(
                List.of(),
                signal(SignalType.JOB_VIEW, 30, "canteen", "soup"),
                signal(SignalType.JOB_VIEW, 30, "bakery"),
                signal(SignalType.JOB_APPLICATION, 30, "bakery"),
                signal(SignalType.JOB_REJECTION, 30, "bakery"));

        // After one half-life: a rejection 1 / 2 at level 80, a view 0.2 / 2 at level 40.
        Evidence.ByMarket bread = evidence.get("bread");
        assertThat(bread.level()).isCloseTo((0.5 * 80 + 0.1 * 40) / 0.6, within(1e-9));
        assertThat(bread.weight()).isCloseTo(1 - Math.exp(-0.6), within(1e-9));
        assertThat(bread.counts()).isEqualTo(new SignalCounts(1, 0, 1, 0, 0, 0, 0));
        assertThat(bread.jobIds()).containsExactly("bakery", "canteen");
        // The posting is known, so what the signal says of its skills does not count.
        assertThat(evidence).containsOnlyKeys("bread", "dough");
    }

    @Test
    void aJobThatWasWonPressesLittle() {
        var open = evidence(List.of(), signal(SignalType.JOB_APPLICATION, 2, "bakery"));
        var won =
                evidence(List.of(outcome(Outcome.HIRED, 1, "bakery")), signal(SignalType.JOB_APPLICATION, 2, "bakery"));
        var wonAndGone = evidence(
                List.of(outcome(Outcome.HIRED, 20, "bakery")), signal(SignalType.JOB_APPLICATION, 2, "bakery"));

        assertThat(open.get("bread").weight()).isGreaterThan(0.35);
        assertThat(won).isEmpty();
        assertThat(wonAndGone).isEmpty();
    }

    @Test
    void aJobLookedAtAgainLongAfterAnApplicationStillCounts() {
        var evidence = evidence(
                List.of(), signal(SignalType.JOB_APPLICATION, 300, "bakery"), signal(SignalType.JOB_VIEW, 1, "bakery"));

        assertThat(evidence.get("bread").counts().applied()).isEqualTo(1);
        assertThat(evidence.get("bread").weight()).isBetween(0.15, 0.2);
    }

    @Test
    void unknownJobsAskForTheSkillsOfTheirSignalsAtTheUsualLevel() {
        var evidence = evidence(
                List.of(),
                signal(SignalType.JOB_APPLICATION, 0, "elsewhere", "bread", "sauce"),
                signal(SignalType.JOB_APPLICATION, 1, null, "sauce"));

        // Before NOW only: the signal of this very instant does not count.
        assertThat(evidence).containsOnlyKeys("sauce");
        assertThat(evidence.get("sauce").jobIds()).isEmpty();
        assertThat(evidence.get("sauce").counts().jobs()).isEqualTo(1);
    }

    @Test
    void searchesAndNewsAreToldApart() {
        var evidence = evidence(
                List.of(),
                signal(SignalType.SKILL_SEARCH, 1, null, "soup"),
                signal(SignalType.COMPETITOR_ANALYSIS, 2, null, "soup"),
                signal(SignalType.MARKET_TREND, 3, null, "soup"),
                signal(SignalType.MARKET_TREND, 200, null, "sauce"));

        assertThat(evidence.get("soup").counts()).isEqualTo(new SignalCounts(0, 0, 0, 0, 1, 1, 1));
        assertThat(evidence).doesNotContainKey("sauce");
    }
}
