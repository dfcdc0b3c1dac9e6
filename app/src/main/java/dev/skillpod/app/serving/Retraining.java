package dev.skillpod.app.serving;

import dev.skillpod.core.model.GateVerdict;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trains models again, each in a process of its own, while the service goes on answering. Thread-safe. */
public interface Retraining {
    /** Returns the names of the models that can be trained, in the order in which they are. */
    List<String> models();

    /** Returns the most threads that a training may have here. */
    int mostThreads();

    /**
     * Begins a training, unless one of its models is being trained, here or on another replica: then that one is returned.
     *
     * @throws StoreUnavailableException when the database does not answer
     */
    Placed order(Order order);

    /** Says of each model of an order what it would be trained on, in the order in which they are trained; trains nothing. */
    List<Preview> preview(Order order);

    /** Returns a training. */
    Optional<Training> find(UUID id);

    /** Returns the newest trainings, newest first. */
    List<Training> latest(int limit);

    /** Returns the training that is under way, the oldest one when there are several. */
    Optional<Training> running();

    /** Stops a training that has not ended; empty when there is none of that id. */
    Optional<Cancelled> cancel(UUID id);

    /**
     * What to train.
     *
     * @param models names out of {@link #models}; none stands for all
     * @param seed of the run; null for the usual one
     * @param threads worker threads; null for half of the processors
     * @param promote whether a new version that is better shall serve
     * @param requestedBy who asked
     */
    record Order(
            List<String> models,
            @Nullable Long seed,
            @Nullable Integer threads,
            boolean promote,
            String requestedBy) {}

    /** What became of an order: the new training, or the one in the way. */
    record Placed(Training training, boolean alreadyRunning) {}

    /** A training that was asked to stop, and whether this call did it or it had ended before. */
    record Cancelled(Training training, boolean byThisCall) {}

    /** Where a training or a part of it stands. */
    enum State {
        QUEUED,
        RUNNING,
        SUCCEEDED,
        FAILED,
        CANCELLED;

        /** Returns whether nothing will change any more. */
        public boolean ended() {
            return this != QUEUED && this != RUNNING;
        }
    }

    /**
     * A training as it stands.
     *
     * @param stage what it does now; null before it begins and after it ended
     * @param progress share of the expected time that has gone by, in [0, 1]
     * @param etaSeconds expected seconds to go; null as long as no earlier training says how long one takes
     * @param trigger request, schedule or freshness
     * @param error why it failed, or null
     */
    record Training(
            UUID id,
            State state,
            List<String> models,
            @Nullable String stage,
            List<Stage> stages,
            double progress,
            @Nullable Long etaSeconds,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            String trigger,
            String requestedBy,
            List<Result> results,
            @Nullable String error) {}

    /** A step of the training of a model. */
    record Stage(
            String model,
            String name,
            State state,
            Instant startedAt,
            @Nullable Instant finishedAt) {}

    /**
     * What came of one model.
     *
     * @param version the new version; null when there was too little data
     * @param promoted whether it serves from now on
     * @param gate what the gate said; null when it was not asked
     * @param reason why it was not trained or not promoted, or null
     */
    record Result(
            String model,
            @Nullable String version,
            boolean promoted,
            @Nullable GateVerdict gate,
            @Nullable String reason) {}

    /**
     * What a model would be trained on.
     *
     * @param from the earliest record, or null when there is none
     * @param until the newest record, or null when there is none
     * @param rows rows by kind
     * @param parameters seed, threads, and the settings that are known before, by name
     * @param enough whether the least that a training needs is there
     * @param reason what is missing, or null
     * @param expectedSeconds how long it would take by the last successful training of the model, or null when there was none
     */
    record Preview(
            String model,
            @Nullable Instant from,
            @Nullable Instant until,
            Map<String, Long> rows,
            Map<String, String> parameters,
            boolean enough,
            @Nullable String reason,
            @Nullable Long expectedSeconds) {}
}
