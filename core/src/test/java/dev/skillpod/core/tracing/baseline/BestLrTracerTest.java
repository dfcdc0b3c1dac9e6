package dev.skillpod.core.tracing.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.TracerConformance;
import org.junit.jupiter.api.Test;

class BestLrTracerTest extends TracerConformance {
    @Override
    protected MasteryTracer tracer() {
        return new BestLrTracer(BestLrConfig.defaults());
    }

    @Test
    void tellsLearnersApartByTheirCounts() {
        assertThat(lead()).isGreaterThan(0.3);
    }

    @Test
    void namesTheLegalRange() {
        assertThatThrownBy(() -> new BestLrConfig(0, 0.1, 0.1)).hasMessage("epochs must be in [1, 1000], was 0");
        assertThatThrownBy(() -> new BestLrConfig(1, 0, 0.1)).hasMessageContaining("learningRate must be in");
        assertThatThrownBy(() -> new BestLrConfig(1, 0.1, Double.NaN)).hasMessageContaining("penalty must be in");
    }
}
