package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.evaluation.PairedBootstrap;
import dev.skillpod.core.model.Provenance;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GateRulesTest {
    private static final List<String> BASELINES = List.of("ndcg_popularity", "ndcg_als");

    private static Provenance provenance(Map<String, Long> rows, Map<String, Double> metrics) {
        return new Provenance("test", Instant.EPOCH, 1, Instant.EPOCH, Instant.EPOCH, "real", rows, Map.of(), metrics);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, Double.NaN})
    void oneClassIsRefused(double rate) {
        assertThat(BaselineChecks.twoClasses(provenance(Map.of(), Map.of("rate", rate)), "rate")
                        .passed())
                .isFalse();
        assertThat(BaselineChecks.twoClasses(provenance(Map.of(), Map.of("rate", 0.2)), "rate")
                        .passed())
                .isTrue();
    }

    @Test
    void whatWasNotMeasuredIsRefused() {
        Provenance empty = provenance(Map.of(), Map.of());

        assertThat(BaselineChecks.twoClasses(empty, "rate").passed()).isFalse();
        assertThat(BaselineChecks.rows(empty, "lists", 1).passed()).isFalse();
        assertThat(BaselineChecks.ahead(empty, "ndcg", BASELINES).passed()).isFalse();
        assertThat(BaselineChecks.ahead(empty, "ndcg", BASELINES).detail()).contains("not measured");
    }

    @ParameterizedTest
    @CsvSource({"0.6, true", "0.5, false", "0.4, false", "NaN, false"})
    void theBestBaselineMustBeBeaten(double own, boolean passes) {
        Provenance provenance = provenance(Map.of(), Map.of("ndcg", own, "ndcg_popularity", 0.3, "ndcg_als", 0.5));

        assertThat(BaselineChecks.ahead(provenance, "ndcg", BASELINES).passed()).isEqualTo(passes);
    }

    /** The champion has 1.0, so the lower end may be -0.02 at worst. */
    @ParameterizedTest
    @CsvSource({"-0.0199, 0.1, true", "-0.0201, 0.1, false", "0.01, 0.02, true", "-0.5, -0.4, false"})
    void notWorseMeansTheWholeIntervalAboveTheMargin(double lower, double upper, boolean passes) {
        var difference = new PairedBootstrap.Difference(1, 1 + (lower + upper) / 2, lower, upper, 40);

        assertThat(RecommenderGate.notWorse("useful_per_list", difference, 100).passed())
                .isEqualTo(passes);
    }
}
