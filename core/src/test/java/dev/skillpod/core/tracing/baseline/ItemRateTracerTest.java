package dev.skillpod.core.tracing.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.TracerConformance;
import org.junit.jupiter.api.Test;

class ItemRateTracerTest extends TracerConformance {
    @Override
    protected MasteryTracer tracer() {
        return new ItemRateTracer();
    }

    @Test
    void shrinksTheShareToTheOverallOne() {
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < 6; learner++) {
            builder.add(learner, Question.of(0, 0), true).add(learner, Question.of(1, 0), learner < 3);
        }
        var trace =
                new ItemRateTracer().fit(builder.build(), TrainingRun.of(1, 1)).newLearner();
        double overall = (9 + 1) / (12 + 2.0);

        assertThat(trace.predict(Question.of(0, 0))).isEqualTo((6 + 4 * overall) / 10, within(1e-12));
        assertThat(trace.predict(Question.of(1, 0))).isEqualTo((3 + 4 * overall) / 10, within(1e-12));
        assertThat(trace.predict(Question.of(2, 0))).isEqualTo(overall, within(1e-12));
    }
}
