package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.training.LearnerModelTrainer;
import dev.skillpod.core.recommend.training.LearnerModelTrainer.LearnerModel;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Trains what paths need beyond the recommender: first how much to believe the learner model, on parts of the learners that it is fitted
 * without; then a policy in the learner model so believed. Thread-safe.
 */
public final class PathTraining {
    /** The parameter that holds the version of the recommender whose learner model it was trained in. */
    public static final String RECOMMENDER = "recommender";

    /** The parameter that holds the settings. */
    public static final String POLICY = "policy";

    private static final int PARTS = 5;
    private static final int HELD_OUT_PARTS = 2;

    /** Learners needed. */
    public static final int LEAST_LEARNERS = 100;

    private final TreeTrainer trees;
    private final PathPolicyConfig config;

    /** Makes a training. */
    public PathTraining(TreeTrainer trees, PathPolicyConfig config) {
        this.trees = trees;
        this.config = config;
    }

    /**
     * Trains on everything before the run's {@code asOf}.
     *
     * @param everyone all learners
     * @param recommender the recommender whose learner model paths are planned with
     * @param version the version under which it is kept
     * @throws TooFewLearnersException when there are too few learners with goals
     */
    public TrainedPathPolicy fit(
            List<LearnerHistory> everyone,
            CatalogIndex index,
            TrainedRecommender recommender,
            String version,
            TrainingRun run) {
        List<LearnerHistory> learners =
                everyone.stream().map(learner -> learner.before(run.asOf())).toList();
        if (learners.size() < LEAST_LEARNERS) {
            throw new TooFewLearnersException(
                    "learners must be at least %d, were %d".formatted(LEAST_LEARNERS, learners.size()));
        }
        PathCalibrator.Calibrated calibrated = new PathCalibrator().fit(heldOut(learners, index, run), run);
        var models = recommender.bind(index, version);
        var planner = new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                models.levels(),
                models.progress(),
                recommender.statistics(index.catalog()),
                SearchConfig.defaults(),
                null,
                calibrated.calibration());
        PathPolicyTrainer.Trained trained = new PathPolicyTrainer(config).fit(planner, learners, run);
        var metrics = new TreeMap<>(calibrated.metrics());
        metrics.putAll(trained.metrics());
        Provenance of = recommender.provenance();
        return new TrainedPathPolicy(
                trained.policy(),
                calibrated.calibration(),
                new Provenance(
                        PathPolicy.NAME,
                        Instant.now(),
                        run.seed(),
                        of.dataFrom(),
                        of.dataUntil(),
                        of.dataSource(),
                        Map.of("learners", (long) learners.size()),
                        Map.of(POLICY, config.toString(), RECOMMENDER, version),
                        metrics));
    }

    private List<PathCalibrator.HeldOut> heldOut(List<LearnerHistory> learners, CatalogIndex index, TrainingRun run) {
        var parts = new ArrayList<PathCalibrator.HeldOut>();
        var roles = new RoleMatcher(index);
        for (int part = 0; part < HELD_OUT_PARTS; part++) {
            run.progress().report("learner model without a part of the learners", part, HELD_OUT_PARTS);
            int held = part;
            LearnerModel model = new LearnerModelTrainer(trees, TrainingConfig.defaults())
                    .fit(of(learners, i -> i % PARTS != held), index, run);
            var planner = new ContentPathPlanner(
                    index, roles, model.levels(), model.progress(), model.statistics(), SearchConfig.defaults());
            parts.add(new PathCalibrator.HeldOut(planner, of(learners, i -> i % PARTS == held)));
        }
        return parts;
    }

    private static List<LearnerHistory> of(List<LearnerHistory> learners, java.util.function.IntPredicate which) {
        return IntStream.range(0, learners.size())
                .filter(which)
                .mapToObj(learners::get)
                .toList();
    }
}
