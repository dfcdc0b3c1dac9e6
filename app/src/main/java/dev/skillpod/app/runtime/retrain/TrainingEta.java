package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.serving.Retraining.Stage;
import dev.skillpod.app.serving.Retraining.State;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How long a training will take, by how long the last successful one of each model took: its stages' durations, as many times longer
 * as the log has grown. A stage that takes longer than that is expected to end now, and the others stay as they were.
 */
final class TrainingEta {
    private final List<Expected> expected = new ArrayList<>();
    private boolean known = true;

    private record Expected(String model, String stage, double seconds) {
        boolean is(Stage begun) {
            return begun.model().equals(model) && begun.name().equals(stage);
        }
    }

    /**
     * Adds what is expected of a model.
     *
     * @param earlier stages of the last successful training that had this model; empty when there is none
     * @param growth rows now over rows then
     */
    void add(String model, List<Stage> earlier, double growth) {
        boolean any = false;
        for (Stage stage : earlier) {
            Instant end = stage.finishedAt();
            if (stage.model().equals(model) && end != null) {
                expected.add(new Expected(model, stage.name(), seconds(stage.startedAt(), end) * growth));
                any = true;
            }
        }
        known &= any;
    }

    /** Returns the seconds to go; empty when no earlier training says how long a model takes. */
    OptionalDouble secondsToGo(List<Stage> stages, Instant at) {
        if (!known) {
            return OptionalDouble.empty();
        }
        int last = lastBegun(stages);
        double toGo = 0;
        for (int i = last + 1; i < expected.size(); i++) {
            toGo += expected.get(i).seconds();
        }
        Stage now = stages.isEmpty() ? null : stages.getLast();
        if (last >= 0
                && now != null
                && now.state() == State.RUNNING
                && expected.get(last).is(now)) {
            toGo += Math.max(0, expected.get(last).seconds() - seconds(now.startedAt(), at));
        }
        return OptionalDouble.of(toGo);
    }

    /** Returns the last of the expected stages that has begun: those before it are over, whether they came or not. */
    private int lastBegun(List<Stage> stages) {
        for (int i = expected.size() - 1; i >= 0; i--) {
            if (stages.stream().anyMatch(expected.get(i)::is)) {
                return i;
            }
        }
        return -1;
    }

    /**
     * Returns the share of the expected time that has gone by, in [0, 0.99]; without an earlier training the share of the models that
     * are done.
     */
    double progress(List<Stage> stages, int modelsDone, int models, Instant now) {
        double total = expected.stream().mapToDouble(Expected::seconds).sum();
        if (!known || total <= 0) {
            return Math.min(0.99, modelsDone / (double) models);
        }
        return Math.clamp(1 - secondsToGo(stages, now).orElse(total) / total, 0, 0.99);
    }

    private static double seconds(Instant from, Instant until) {
        return Math.max(0, Duration.between(from, until).toMillis() / 1e3);
    }
}
