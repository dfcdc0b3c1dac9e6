package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.app.serving.Retraining.Stage;
import dev.skillpod.app.serving.Retraining.State;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class StageLogTest {
    private static final GateVerdict GATE = new GateVerdict(
            "v0", List.of(new GateCheck("auc", true, 0.7, 0.8, 0.01, 0.2, "must be better")), Instant.ofEpochSecond(9));

    private final AtomicLong seconds = new AtomicLong();
    private final AtomicInteger told = new AtomicInteger();
    private final StageLog log =
            new StageLog(() -> Instant.ofEpochSecond(seconds.getAndIncrement()), told::incrementAndGet);

    @Test
    void aStageEndsWhenTheNextBeginsAndStepsOfTheSameOneAreOne() {
        log.begin("a");
        log.report("read", 0, 0);
        log.report("fit", 0, 5);
        log.report("fit", 1, 5);
        log.end(new Result("a", "v1", true, GATE, null), State.SUCCEEDED);
        log.begin("b");
        log.report("read", 0, 0);
        log.fail();

        assertThat(told).hasValue(3);
        assertThat(log.stages())
                .containsExactly(
                        new Stage("a", "read", State.SUCCEEDED, Instant.ofEpochSecond(0), Instant.ofEpochSecond(1)),
                        new Stage("a", "fit", State.SUCCEEDED, Instant.ofEpochSecond(2), Instant.ofEpochSecond(3)),
                        new Stage("b", "read", State.FAILED, Instant.ofEpochSecond(4), Instant.ofEpochSecond(5)));
        assertThat(log.results()).hasSize(1);
        assertThat(TrainingReport.stages(TrainingReport.json(log.stages()))).isEqualTo(log.stages());
        assertThat(TrainingReport.results(TrainingReport.json(log.results()))).isEqualTo(log.results());
    }
}
