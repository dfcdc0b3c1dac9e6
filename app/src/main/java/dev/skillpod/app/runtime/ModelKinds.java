package dev.skillpod.app.runtime;

import dev.skillpod.core.gap.training.GapTrainer;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.path.content.TrainedPathPolicy;
import dev.skillpod.core.recommend.training.RecommenderTrainer;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.core.tracing.training.TracingTrainer;
import dev.skillpod.core.tracing.training.TrainedTracing;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.util.List;
import java.util.stream.Collectors;

/** The kinds of models of this service. A new kind is one line in {@link #all}. */
public final class ModelKinds {
    /** What makes lists. */
    public static final ModelKind<TrainedRecommender> RECOMMENDER = new ModelKind<>(
            RecommenderFiles.MODEL,
            "lists show what is popular",
            RecommenderFiles::read,
            RecommenderFiles::write,
            TrainingPlans::recommender,
            (sources, run) -> new RecommenderTrainer(new LightGbmTrainer(), TrainingConfig.defaults())
                    .fit(sources.log(), sources.demand(), sources.index(), sources.dataSource(), run),
            new RecommenderGate());

    /** What closing skill gaps is worth. */
    public static final ModelKind<TrainedGapModels> GAP_VALUES = new ModelKind<>(
            GapModelFiles.MODEL,
            "gaps come without a value",
            GapModelFiles::read,
            GapModelFiles::write,
            TrainingPlans::gapValues,
            (sources, run) -> new GapTrainer(new LightGbmTrainer())
                    .fit(sources.log(), sources.postings(), sources.index(), sources.dataSource(), run),
            new GapValuesGate());

    /** What answers to single items tell of levels. */
    public static final ModelKind<TrainedTracing> TRACING = new ModelKind<>(
            TracingModelFiles.MODEL,
            "answers to single items do not count",
            TracingModelFiles::read,
            TracingModelFiles::write,
            TrainingPlans::tracing,
            (sources, run) -> new TracingTrainer(new LightGbmTrainer()).fit(sources.log(), sources.dataSource(), run),
            new TracingChecks());

    /** How good paths go on; learnt in the learner model of the recommender that answers. */
    public static final ModelKind<TrainedPathPolicy> PATH_POLICY = new ModelKind<>(
            PathPolicyFiles.MODEL,
            "paths are searched without a policy",
            PathPolicyFiles::read,
            PathPolicyFiles::write,
            TrainingPlans::pathPolicy,
            PathPolicyFiles::train,
            new PathPolicyChecks());

    private static final List<ModelKind<?>> ALL = List.of(RECOMMENDER, GAP_VALUES, TRACING, PATH_POLICY);

    private ModelKinds() {}

    /** Returns all kinds, in the order in which they are trained. */
    public static List<ModelKind<?>> all() {
        return ALL;
    }

    /** Returns the kinds that the first start trains before it is ready. */
    static List<ModelKind<?>> beforeReady() {
        return List.of(RECOMMENDER, GAP_VALUES);
    }

    /** Returns the kinds that the first start trains beside serving, in the order in which they are trained. */
    static List<ModelKind<?>> afterwards() {
        return ALL.stream().filter(kind -> !beforeReady().contains(kind)).toList();
    }

    /** Returns the names of all kinds, in that order. */
    public static List<String> names() {
        return ALL.stream().map(ModelKind::name).toList();
    }

    /**
     * Returns the kind of that name.
     *
     * @throws IllegalArgumentException when there is none; the message names those that are
     */
    public static ModelKind<?> named(String name) {
        return ALL.stream()
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("model must be one of "
                        + names().stream().collect(Collectors.joining(", ")) + ", was '" + name + "'"));
    }
}
