package dev.skillpod.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.ModelDifference.Figure;
import dev.skillpod.core.model.ModelDifference.Wording;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ModelDifferenceTest {
    private static Provenance provenance(
            long seed, Map<String, Long> rows, Map<String, String> parameters, Map<String, Double> metrics) {
        return new Provenance(
                "als", Instant.EPOCH, seed, Instant.EPOCH, Instant.EPOCH, "real", rows, parameters, metrics, "1+a");
    }

    @Test
    void metricsAndRowsOfBothAndParametersThatChanged() {
        var difference = ModelDifference.between(
                provenance(1, Map.of("lists", 5L), Map.of("a", "1", "b", "2"), Map.of("auc", 0.5, "gone", 1.0)),
                provenance(2, Map.of("lists", 7L), Map.of("a", "1", "c", "3"), Map.of("auc", 0.75, "new", 2.0)));

        assertThat(difference.metrics()).extracting(Figure::name).containsExactly("auc", "gone", "new");
        assertThat(difference.metrics().getFirst().change()).isCloseTo(0.25, within(1e-12));
        assertThat(difference.metrics().get(1)).isEqualTo(new Figure("gone", 1.0, null));
        assertThat(difference.metrics().get(1).change()).isNull();
        assertThat(difference.rows()).containsExactly(new Figure("lists", 5.0, 7.0));
        assertThat(difference.parameters())
                .containsExactly(
                        new Wording("b", "2", null), new Wording("c", null, "3"), new Wording("seed", "1", "2"));
    }

    @Test
    void aVerdictWithoutChecksIsNoPass() {
        assertThat(new GateVerdict(null, List.of(), Instant.EPOCH).passed()).isFalse();
        assertThat(new GateVerdict(null, List.of(), Instant.EPOCH).reasons()).containsExactly("nothing was checked");
        var checks = List.of(
                GateCheck.of("a", true, null, 1.0, "fine"), GateCheck.of("b", false, null, 1.0, "must be more"));
        assertThat(new GateVerdict(null, checks, Instant.EPOCH).reasons()).containsExactly("b: must be more");
    }
}
