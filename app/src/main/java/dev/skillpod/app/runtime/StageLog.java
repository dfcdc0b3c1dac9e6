package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.app.serving.Retraining.Stage;
import dev.skillpod.app.serving.Retraining.State;
import dev.skillpod.core.model.Progress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Notes the stages of a training as they come, model by model, and what came of each. Thread-safe. */
public final class StageLog implements Progress {
    private final InstantSource clock;
    private final Runnable onNewStage;
    private final List<Stage> stages = new ArrayList<>();
    private final List<Result> results = new ArrayList<>();
    private String model = "";

    /**
     * Makes an empty log.
     *
     * @param onNewStage called by who reports, after each stage that is new
     */
    public StageLog(InstantSource clock, Runnable onNewStage) {
        this.clock = clock;
        this.onNewStage = onNewStage;
    }

    /** Notes that the stages to come are of another model. */
    public synchronized void begin(String nextModel) {
        model = nextModel;
    }

    /** Notes what came of the model, whose last stage is over with it. */
    public synchronized void end(Result result, State state) {
        endStage(state);
        results.add(result);
    }

    /** Notes that the last stage broke off. */
    public synchronized void fail() {
        endStage(State.FAILED);
    }

    @Override
    public void report(String stage, long done, long total) {
        if (enter(stage)) {
            onNewStage.run();
        }
    }

    private synchronized boolean enter(String stage) {
        Stage now = open();
        if (now != null && now.name().equals(stage)) {
            return false;
        }
        endStage(State.SUCCEEDED);
        stages.add(new Stage(model, stage, State.RUNNING, clock.instant(), null));
        return true;
    }

    private @Nullable Stage open() {
        Stage last = stages.isEmpty() ? null : stages.getLast();
        return last != null && last.state() == State.RUNNING ? last : null;
    }

    private void endStage(State state) {
        Stage now = open();
        if (now != null) {
            Instant at = clock.instant();
            stages.set(stages.size() - 1, new Stage(now.model(), now.name(), state, now.startedAt(), at));
        }
    }

    /** Returns the stages so far. */
    public synchronized List<Stage> stages() {
        return List.copyOf(stages);
    }

    /** Returns why none of the models could be trained; empty when one could. */
    public synchronized Optional<String> failure() {
        return results.stream().anyMatch(result -> result.version() != null)
                ? Optional.empty()
                : Optional.of(results.stream()
                        .map(result -> result.model() + ": " + result.reason())
                        .collect(Collectors.joining("; ")));
    }

    /** Returns the results so far. */
    public synchronized List<Result> results() {
        return List.copyOf(results);
    }
}
