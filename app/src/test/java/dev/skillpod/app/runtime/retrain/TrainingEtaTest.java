package dev.skillpod.app.runtime.retrain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.serving.Retraining.Stage;
import dev.skillpod.app.serving.Retraining.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TrainingEtaTest {
    private static final Instant T = Instant.parse("2026-11-26T12:00:00Z");

    private static Stage done(String model, String name, int from, int until) {
        return new Stage(model, name, State.SUCCEEDED, T.plusSeconds(from), T.plusSeconds(until));
    }

    private static Stage running(String model, String name, int from) {
        return new Stage(model, name, State.RUNNING, T.plusSeconds(from), null);
    }

    /** Of a: read 10 s, fit 30 s; of b: fit 20 s, when the log was half as long. */
    private static TrainingEta earlier() {
        var eta = new TrainingEta();
        eta.add("a", List.of(done("a", "read", 0, 10), done("a", "fit", 10, 40), done("b", "fit", 40, 60)), 2);
        eta.add("b", List.of(done("b", "fit", 0, 20)), 2);
        return eta;
    }

    @Test
    void itTakesAsLongAsTheLastOneTimesTheGrowthOfTheLog() {
        assertThat(earlier().secondsToGo(List.of(), T)).hasValue(120);
        assertThat(earlier().progress(List.of(), 0, 2, T)).isZero();
    }

    @Test
    void whatHasGoneByIsTakenOff() {
        List<Stage> stages = List.of(done("a", "read", 0, 25), running("a", "fit", 25));

        assertThat(earlier().secondsToGo(stages, T.plusSeconds(35))).hasValue(50 + 40);
        assertThat(earlier().progress(stages, 0, 2, T.plusSeconds(35))).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void aStageThatTakesLongerEndsNowAndNeverBefore() {
        List<Stage> stages = List.of(done("a", "read", 0, 20), running("a", "fit", 20));

        assertThat(earlier().secondsToGo(stages, T.plusSeconds(500))).hasValue(40);
    }

    /** A stage that does not come again must not be waited for, and one that nobody knew changes nothing. */
    @Test
    void stagesThatDoNotComeAreOver() {
        List<Stage> skipped = List.of(running("a", "fit", 0));
        List<Stage> unknown = List.of(done("a", "read", 0, 20), running("a", "polish", 20));

        assertThat(earlier().secondsToGo(skipped, T)).hasValue(60 + 40);
        assertThat(earlier().secondsToGo(unknown, T.plusSeconds(20))).hasValue(60 + 40);
    }

    @Test
    void theFirstTrainingKnowsNothingAndCountsItsModels() {
        var eta = new TrainingEta();
        eta.add("a", List.of(), 1);
        eta.add("b", List.of(done("b", "fit", 0, 20)), 1);

        assertThat(eta.secondsToGo(List.of(running("a", "read", 0)), T)).isEmpty();
        assertThat(eta.progress(List.of(), 1, 2, T)).isEqualTo(0.5);
        assertThat(eta.progress(List.of(), 2, 2, T)).isEqualTo(0.99);
    }
}
