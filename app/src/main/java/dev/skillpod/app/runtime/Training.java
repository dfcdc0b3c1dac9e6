package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.InsufficientDataException;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.StatisticsTimeline;
import dev.skillpod.store.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Trains models on what the database holds and registers them; whether one answers is for {@link Promotions} to say. */
public final class Training {
    /** The seed of trainings that name none. */
    public static final long DEFAULT_SEED = 20_261_101;

    private final Platform platform;
    private final TrainingSources sources;

    /** Makes a training over a platform. */
    public Training(Platform platform) {
        this(new TrainingSources(platform));
    }

    /** Makes a training over such sources. */
    Training(TrainingSources sources) {
        this.platform = sources.platform();
        this.sources = sources;
    }

    /** Returns what it trains on. */
    public TrainingSources sources() {
        return sources;
    }

    /**
     * Trains a model on everything so far and registers it.
     *
     * @param by who asked for it
     * @throws InsufficientDataException when there is not enough to train on
     */
    public ModelVersion train(ModelKind<?> kind, long seed, int threads, Progress progress, String by) {
        // times are kept to the microsecond by PostgreSQL and shall be the same when read back
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return train(kind, new TrainingRun(seed, threads, now, progress), by);
    }

    /** Trains a model on everything before the run's {@code asOf} and registers it. */
    public <T extends TrainedModel> ModelVersion train(ModelKind<T> kind, TrainingRun run, String by) {
        Fitted fitted = fit(kind, run);
        run.progress().report("saving the model", 0, 0);
        return platform.registry().register(kind.name(), fitted.files(), fitted.provenance(), by);
    }

    /**
     * A trained model that nobody keeps yet.
     *
     * @param files its files, by name
     * @param provenance where it comes from
     */
    public record Fitted(Map<String, byte[]> files, Provenance provenance) {}

    /** Trains a model on everything before the run's {@code asOf}, and keeps it nowhere. */
    public <T extends TrainedModel> Fitted fit(ModelKind<T> kind, TrainingRun run) {
        run.progress().report("embedding the catalogue", 0, 0);
        sources.index();
        T trained = kind.trainer().fit(sources, run);
        return new Fitted(
                kind.writer().apply(trained),
                trained.provenance()
                        .withParameter(Provenance.AS_OF, run.asOf().toString())
                        .withCodeVersion(CodeVersion.current()));
    }

    /** Returns how contents did so far, for a service that has no trained model yet. */
    static ContentStatistics statistics(Database database, Catalog catalog) {
        if (database.events().counts().isEmpty()) {
            return ContentStatistics.none(catalog.contents().size());
        }
        var histories = new ArrayList<LearnerHistory>();
        database.events().activityLog().forEachLearner(histories::add);
        return StatisticsTimeline.replay(histories, catalog, List.of(), Instant.now())
                .latest();
    }
}
