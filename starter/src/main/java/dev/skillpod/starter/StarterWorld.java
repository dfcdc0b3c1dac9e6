package dev.skillpod.starter;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.TrainingRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * A simulated learning market as a platform would see it: catalogue, activity log, demand history, job postings; and, kept apart, the
 * {@link StarterTruth} behind it. Immutable and thread-safe. Everything in it is synthetic.
 *
 * <p>Learners belong to the tenant {@value #TENANT} and are called {@code starter-00001}, {@code starter-00002}, ...; event
 * ids are {@code sw-<learner>-<number>}. No event lies at or after the configuration's end.
 */
public final class StarterWorld {
    /** The tenant of all learners. */
    public static final String TENANT = "default";

    private static final int DEFAULT_THREADS = 2;

    private final Catalog catalog;
    private final List<LearnerHistory> histories;
    private final List<DemandPoint> demand;
    private final List<JobPosting> postings;
    private final StarterTruth truth;

    private StarterWorld(
            Catalog catalog,
            List<LearnerHistory> histories,
            List<DemandPoint> demand,
            List<JobPosting> postings,
            StarterTruth truth) {
        this.catalog = catalog;
        this.histories = List.copyOf(histories);
        this.demand = List.copyOf(demand);
        this.postings = List.copyOf(postings);
        this.truth = truth;
    }

    /**
     * Generates a world over the catalogue that comes with the product, on two threads.
     *
     * @throws IllegalStateException when the catalogue's files are missing or damaged
     */
    public static StarterWorld generate(StarterConfig config) {
        return generate(config, StarterCatalog.load(), DEFAULT_THREADS);
    }

    /**
     * Generates a world over a catalogue. The number of threads does not change the result.
     *
     * @param threads worker threads, in [1, 256]
     * @throws IllegalArgumentException when the catalogue has no skills, roles or contents, or contents or roles without
     *     any known skill, or {@code threads} is out of range
     */
    public static StarterWorld generate(StarterConfig config, Catalog catalog, int threads) {
        TrainingRun run = TrainingRun.of(config.seed(), threads);
        var arrays = new CatalogArrays(catalog);
        var demand = new DemandModel(arrays, config, run);
        World world = World.of(arrays, config, run, demand);
        LearnerSimulation.Life[] lives = live(world, threads);
        var histories = new ArrayList<LearnerHistory>(lives.length);
        for (LearnerSimulation.Life life : lives) {
            histories.add(life.history());
        }
        return new StarterWorld(
                catalog, histories, demand.points(), world.jobs().postings(), new StarterTruth(world, lives));
    }

    private static LearnerSimulation.Life[] live(World world, int threads) {
        var lives = new LearnerSimulation.Life[world.config().learners()];
        try (var workers = Executors.newFixedThreadPool(threads)) {
            var parts = new ArrayList<Future<?>>();
            for (int part = 0; part < threads; part++) {
                int first = part;
                parts.add(workers.submit(() -> {
                    for (int i = first; i < lives.length; i += threads) {
                        lives[i] = LearnerSimulation.live(world, i);
                    }
                }));
            }
            for (Future<?> part : parts) {
                part.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while generating the starter world", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("generating the starter world failed: " + e.getCause(), e);
        }
        return lives;
    }

    /** Returns the configuration that the world was generated from. */
    public StarterConfig config() {
        return truth.config();
    }

    /** Returns the catalogue. */
    public Catalog catalog() {
        return catalog;
    }

    /** Returns the log, learner by learner, ordered by user id. */
    public ActivityLog activityLog() {
        return histories::forEach;
    }

    /** Returns the learners' histories, ordered by user id; each list in one is in time order. */
    public List<LearnerHistory> histories() {
        return histories;
    }

    /**
     * Returns the demand history: by skill in catalogue order, then month; per month the whole market (region null), then
     * the regions, which sum to it in postings and applicants.
     */
    public List<DemandPoint> demand() {
        return demand;
    }

    /**
     * Returns the jobs as they were posted, by id: all that are posted before the end of the log, and from 75 days before
     * its start.
     */
    public List<JobPosting> postings() {
        return postings;
    }

    /** Returns what is true behind the log. For evaluation only: a model that reads it has seen the answers. */
    public StarterTruth truth() {
        return truth;
    }

    /** Returns the end of the log (exclusive), which is also the instant that the truth speaks of. */
    public Instant end() {
        return truth.asOf();
    }
}
