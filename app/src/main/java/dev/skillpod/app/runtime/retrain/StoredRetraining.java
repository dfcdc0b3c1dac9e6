package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.ModelKind;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.app.runtime.TrainingPlan;
import dev.skillpod.app.runtime.TrainingReport;
import dev.skillpod.app.serving.Retraining;
import dev.skillpod.store.Database;
import dev.skillpod.store.JobState;
import dev.skillpod.store.TrainingJob;
import dev.skillpod.store.TrainingJobStore;
import dev.skillpod.store.TrainingOrder;
import dev.skillpod.store.TrainingOrder.Promote;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Trainings as the database knows them, visible from every replica. */
final class StoredRetraining implements Retraining {
    private final ServiceRuntime runtime;
    private final TrainingSupervisor supervisor;
    private final InstantSource clock;

    StoredRetraining(ServiceRuntime runtime, TrainingSupervisor supervisor, InstantSource clock) {
        this.runtime = runtime;
        this.supervisor = supervisor;
        this.clock = clock;
    }

    @Override
    public List<String> models() {
        return ModelKinds.names();
    }

    @Override
    public int mostThreads() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public Placed order(Order order) {
        return order(order, Trigger.REQUEST);
    }

    Placed order(Order order, Trigger trigger) {
        var placed = supervisor.order(complete(order, trigger));
        return new Placed(view(placed.job()), placed.alreadyRunning());
    }

    /** Fills in what the order leaves out. */
    private TrainingOrder complete(Order order, Trigger trigger) {
        Long seed = order.seed();
        Integer threads = order.threads();
        return new TrainingOrder(
                order.models().isEmpty() ? models() : order.models(),
                trigger,
                order.requestedBy(),
                seed == null ? dev.skillpod.app.runtime.Training.DEFAULT_SEED : seed,
                threads == null ? Math.max(1, mostThreads() / 2) : threads,
                order.promote() ? Promote.IF_BETTER : Promote.NEVER,
                database().trainingRows().engagementCount());
    }

    @Override
    public List<Preview> preview(Order order) {
        TrainingOrder complete = complete(order, Trigger.REQUEST);
        return ModelKinds.all().stream()
                .filter(kind -> complete.models().contains(kind.name()))
                .map(kind -> preview(kind, complete))
                .toList();
    }

    private Preview preview(ModelKind<?> kind, TrainingOrder order) {
        TrainingPlan plan = kind.planner().apply(runtime.platform());
        var parameters = new TreeMap<>(plan.parameters());
        parameters.put("seed", Long.toString(order.seed()));
        parameters.put("threads", Integer.toString(order.threads()));
        var eta = new TrainingEta();
        expect(eta, kind.name(), order.engagements());
        OptionalDouble seconds = eta.secondsToGo(List.of(), clock.instant());
        return new Preview(
                kind.name(),
                plan.from(),
                plan.until(),
                plan.rows(),
                parameters,
                plan.enough(),
                plan.missing(),
                seconds.isPresent() ? (Long) Math.round(seconds.getAsDouble()) : null);
    }

    @Override
    public Optional<Training> find(UUID id) {
        return jobs().find(id).map(this::view);
    }

    @Override
    public List<Training> latest(int limit) {
        return jobs().latest(limit).stream().map(this::view).toList();
    }

    @Override
    public Optional<Cancelled> cancel(UUID id) {
        boolean byThisCall = supervisor.cancel(id);
        return find(id).map(training -> new Cancelled(training, byThisCall));
    }

    @Override
    public Optional<Training> running() {
        return jobs().unfinished().map(this::view);
    }

    private Training view(TrainingJob job) {
        State state = State.valueOf(job.state().name());
        List<Stage> stages = TrainingReport.stages(job.stagesJson()).stream()
                .map(stage -> ended(stage, state, job.finishedAt()))
                .toList();
        List<Result> results = TrainingReport.results(job.resultsJson());
        Instant now = clock.instant();
        double progress = 1;
        Long toGo = null;
        if (state != State.SUCCEEDED) {
            TrainingEta eta = eta(job);
            progress = eta.progress(stages, results.size(), job.order().models().size(), now);
            OptionalDouble seconds = state.ended() ? OptionalDouble.empty() : eta.secondsToGo(stages, now);
            toGo = seconds.isPresent() ? (Long) Math.round(seconds.getAsDouble()) : null;
        }
        return new Training(
                job.id(),
                state,
                job.order().models(),
                state == State.RUNNING && !stages.isEmpty() ? stages.getLast().name() : null,
                stages,
                progress,
                toGo,
                job.createdAt(),
                job.startedAt(),
                job.finishedAt(),
                job.order().trigger().name().toLowerCase(Locale.ROOT),
                job.order().requestedBy(),
                results,
                job.error());
    }

    /** A stage in which the process was ended is over with its job. */
    private static Stage ended(Stage stage, State job, @Nullable Instant at) {
        return job.ended() && stage.state() == State.RUNNING
                ? new Stage(stage.model(), stage.name(), job, stage.startedAt(), at)
                : stage;
    }

    private TrainingEta eta(TrainingJob job) {
        var eta = new TrainingEta();
        for (String model : ModelKinds.names()) {
            if (job.order().models().contains(model)) {
                expect(eta, model, job.order().engagements());
            }
        }
        return eta;
    }

    /** Adds how long a model took the last time. */
    private void expect(TrainingEta eta, String model, long engagements) {
        Optional<TrainingJob> last = jobs().last(model, JobState.SUCCEEDED);
        eta.add(
                model,
                last.map(job -> TrainingReport.stages(job.stagesJson())).orElse(List.of()),
                last.map(job -> Math.max(1, engagements)
                                / (double) Math.max(1, job.order().engagements()))
                        .orElse(1.0));
    }

    private TrainingJobStore jobs() {
        return database().trainings();
    }

    private Database database() {
        return runtime.database();
    }
}
