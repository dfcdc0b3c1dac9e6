package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.path.content.PathTraining;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.store.Database;
import dev.skillpod.store.DemandHistory;
import dev.skillpod.store.EventStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What models are trained and judged on: the database as it is now. The catalogue is embedded once. Thread-safe. */
public final class TrainingSources {
    private final Platform platform;
    private final @Nullable Provenance again;
    private @Nullable CatalogIndex index;
    private @Nullable List<LearnerHistory> histories;

    /** Reads from a platform, when asked. */
    public TrainingSources(Platform platform) {
        this(platform, null);
    }

    private TrainingSources(Platform platform, @Nullable Provenance again) {
        this.platform = platform;
        this.again = again;
    }

    /** Reads what a version was trained on, as far as that is still known; profiles, catalogue and demand are those of now. */
    static TrainingSources of(Platform platform, Provenance version) {
        return new TrainingSources(platform, version);
    }

    /** Returns until when the training of a version saw data. */
    static Instant asOf(Provenance version) {
        String asOf = version.parameters().get(Provenance.AS_OF);
        return asOf == null ? version.dataUntil() : Instant.parse(asOf);
    }

    /** Returns the platform. */
    public Platform platform() {
        return platform;
    }

    /** Returns the database. */
    public Database database() {
        return platform.database();
    }

    /** Returns the catalogue, as it was when first asked for. */
    public synchronized CatalogIndex index() {
        CatalogIndex known = index;
        if (known == null) {
            known = CatalogIndexes.of(database().catalog().load(), platform);
            index = known;
        }
        return known;
    }

    /** Returns the log of all learners, as it was when first asked for: training and judging read it once. */
    public synchronized ActivityLog log() {
        List<LearnerHistory> known = histories;
        if (known == null) {
            var read = new ArrayList<LearnerHistory>();
            EventStore events = database().events();
            (again == null ? events.activityLog() : events.activityLogBefore(asOf(again))).forEachLearner(history -> {
                if (Thread.currentThread().isInterrupted()) {
                    throw new CancellationException("reading the log was interrupted");
                }
                read.add(history);
            });
            known = read;
            histories = read;
        }
        return known::forEach;
    }

    /**
     * Returns the recommender that other models are trained with: the one that answers, or the one that did when a version was trained
     * that is to be trained again.
     */
    Optional<CurrentModel<TrainedRecommender>> recommender() {
        String version = again == null ? null : again.parameters().get(PathTraining.RECOMMENDER);
        return version == null
                ? CurrentModel.read(platform, RecommenderFiles.MODEL, RecommenderFiles::read)
                : Optional.of(ModelKinds.RECOMMENDER.read(platform.registry(), version));
    }

    /** Returns the demand history of the whole market, of all skills. */
    public List<DemandPoint> demand() {
        return demand(database());
    }

    static List<DemandPoint> demand(Database database) {
        return database.demand().histories().values().stream()
                .map(DemandHistory::points)
                .flatMap(List::stream)
                .toList();
    }

    /** Returns all job postings. */
    public List<JobPosting> postings() {
        return database().postings().all();
    }

    /** Returns what the log is: {@code synthetic}, {@code real} or {@code mixed}. */
    public String dataSource() {
        if (again != null) {
            return again.dataSource();
        }
        Set<DataSource> sources = database().events().counts().stream()
                .map(count -> count.source())
                .collect(Collectors.toSet());
        if (sources.size() > 1) {
            return "mixed";
        }
        return sources.contains(DataSource.SYNTHETIC) ? "synthetic" : "real";
    }
}
