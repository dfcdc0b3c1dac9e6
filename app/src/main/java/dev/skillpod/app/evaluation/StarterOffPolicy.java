package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.LoggedChoice;
import dev.skillpod.core.evaluation.OffPolicy;
import dev.skillpod.core.evaluation.OffPolicyResult;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.engine.ServingModels;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.feature.FeatureExtractor;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.starter.StarterTrial;
import dev.skillpod.starter.StarterWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Estimates a new policy from lists that another one showed, where the truth is known. The logging policy is the starter
 * world's; the candidate shows, at every place, one of the ten contents that the recommender puts first among those that are
 * neither under way nor shown above, each as likely. The reward of a place is 1 when its content is finished.
 *
 * <p>The model of the direct method is the recommender's relevance, which is of the first place: it knows nothing of
 * positions and is too high on purpose, so that one can see the doubly robust estimate mend it.
 */
public final class StarterOffPolicy {
    private static final int TOP = 10;

    /** Asked for, so that ten are left without those under way. */
    private static final int ASKED = 30;

    private final StarterWorld world;
    private final CatalogIndex index;
    private final ContentRecommender recommender;
    private final ServingModels models;

    /**
     * Prepares an estimate.
     *
     * @param recommender trained on the world's log
     * @param models its models
     */
    public StarterOffPolicy(
            StarterWorld world, CatalogIndex index, ContentRecommender recommender, ServingModels models) {
        this.world = world;
        this.index = index;
        this.recommender = recommender;
        this.models = models;
    }

    /**
     * The estimates beside the truth.
     *
     * @param result what the log says of the candidate
     * @param truth what the candidate really earns at the same places, by the simulator
     */
    public record Compared(OffPolicyResult result, double truth) {}

    private record Learner(List<LoggedChoice> choices, double truth) {}

    /**
     * Draws lists and estimates.
     *
     * @param learners how many, at least 1: the first of the world
     * @param lists drawn for each
     */
    public Compared estimate(int learners, int lists, TrainingRun run) {
        int count = Math.min(learners, world.histories().size());
        List<Learner> all = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> learner(world.histories().get(i), i, lists, run.random("evaluate.trial", i)))
                .toList();
        List<LoggedChoice> log = all.stream().flatMap(l -> l.choices.stream()).toList();
        return new Compared(
                OffPolicy.estimate(log),
                all.stream().mapToDouble(Learner::truth).sum() / log.size());
    }

    private Learner learner(LearnerHistory history, int unit, int lists, RandomGenerator random) {
        String user = history.learner().userId();
        var request = new RecommendationRequest(history, List.of(), ASKED, Set.of(), 0, false, world.end());
        LearnerContext context = recommender.context(request);
        int[] candidate = candidate(request, context);
        var extractor = new FeatureExtractor(context, models.progress());
        var expected = new double[index.contentCount()];
        for (int content : candidate) {
            expected[content] = expected(extractor, content);
        }
        var choices = new ArrayList<LoggedChoice>();
        double truth = 0;
        for (int l = 0; l < lists; l++) {
            StarterTrial trial = world.truth().trial(user, random);
            for (int k = 0; k < trial.contents().length; k++) {
                int[] open = without(candidate, trial.contents(), k);
                if (open.length == 0) {
                    continue;
                }
                int shown = trial.contents()[k];
                int position = k + 1;
                boolean chosen = IntStream.of(open).anyMatch(c -> c == shown);
                choices.add(new LoggedChoice(
                        unit,
                        trial.finished()[k] ? 1 : 0,
                        trial.propensities()[k],
                        chosen ? 1.0 / open.length : 0,
                        chosen ? expected[shown] : 0,
                        IntStream.of(open)
                                .mapToDouble(c -> expected[c])
                                .average()
                                .orElse(0)));
                truth += IntStream.of(open)
                        .mapToDouble(c -> world.truth().completionProbability(user, c, position))
                        .average()
                        .orElse(0);
            }
        }
        return new Learner(choices, truth);
    }

    private int[] candidate(RecommendationRequest request, LearnerContext context) {
        Touches touches = context.state().touches();
        return recommender.recommend(request).items().stream()
                .mapToInt(item ->
                        index.catalog().contentIndex(item.content().id()).orElseThrow())
                .filter(c -> {
                    Touches.Touch touch = touches.of(c);
                    return touch == null || !touch.started();
                })
                .limit(TOP)
                .toArray();
    }

    private double expected(FeatureExtractor extractor, int content) {
        var row = new double[Feature.count()];
        extractor.extract(new int[] {content}, row, 0);
        return models.relevance().estimate(row, 0).probability();
    }

    private static int[] without(int[] contents, int[] shown, int count) {
        return IntStream.of(contents)
                .filter(c -> IntStream.range(0, count).noneMatch(i -> shown[i] == c))
                .toArray();
    }
}
