package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Eligibility;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.diversity.SkillQuota;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.starter.StarterTruth;
import dev.skillpod.starter.StarterWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Measures lists by the simulator's truth: the mean true gain of the first ten, for the full recommender, each generator
 * alone, a random order, and the best possible, all under the same rules of eligibility and the same quota of skills. The truth is opened only here.
 */
public final class StarterEvaluation {
    private static final int TOP = 10;

    private final StarterWorld world;
    private final CatalogIndex index;
    private final ContentRecommender recommender;

    /**
     * Prepares a measurement.
     *
     * @param index over the world's catalogue
     * @param recommender trained on the world's log
     */
    public StarterEvaluation(StarterWorld world, CatalogIndex index, ContentRecommender recommender) {
        this.world = world;
        this.index = index;
        this.recommender = recommender;
    }

    /**
     * A line of the table.
     *
     * @param method what made the lists
     * @param gain mean true gain of the first ten, with its 95 % bootstrap interval over learners
     * @param shareOfBest the mean as a share of the best possible's
     * @param ahead how far the full recommender is ahead of it: the mean of the differences learner by learner, with its
     *     95 % bootstrap interval
     */
    public record Line(String method, Bootstrap.Interval gain, double shareOfBest, Bootstrap.Interval ahead) {}

    /** Measures a random sample of learners that keep the condition. */
    public List<Line> measure(int learners, TrainingRun run, java.util.function.Predicate<LearnerHistory> condition) {
        List<LearnerHistory> sample = sample(learners, run, condition);
        Map<String, double[]> gains = new LinkedHashMap<>();
        List<CandidateGenerator> generators = ContentRecommender.generators(index);
        for (String method : methods(generators)) {
            gains.put(method, new double[sample.size()]);
        }
        IntStream.range(0, sample.size()).parallel().forEach(i -> measure(sample.get(i), i, generators, run, gains));
        double best = java.util.Arrays.stream(gains.getOrDefault("best possible", new double[0]))
                .average()
                .orElse(1);
        double[] full = gains.getOrDefault("full recommender", new double[sample.size()]);
        var lines = new ArrayList<Line>();
        gains.forEach((method, values) -> {
            var interval = Bootstrap.mean(values, run.random("evaluate.bootstrap." + method));
            var ahead = Bootstrap.mean(
                    IntStream.range(0, values.length)
                            .mapToDouble(i -> full[i] - values[i])
                            .toArray(),
                    run.random("evaluate.bootstrap.ahead." + method));
            lines.add(new Line(method, interval, interval.mean() / best, ahead));
        });
        return lines;
    }

    private static List<String> methods(List<CandidateGenerator> generators) {
        var methods = new ArrayList<String>();
        methods.add("full recommender");
        generators.forEach(g -> methods.add(g.name() + " alone"));
        methods.add("random");
        methods.add("best possible");
        return methods;
    }

    private List<LearnerHistory> sample(
            int learners, TrainingRun run, java.util.function.Predicate<LearnerHistory> condition) {
        var pool = new ArrayList<>(world.histories().stream().filter(condition).toList());
        RandomGenerator random = run.random("evaluate.sample");
        for (int i = 0; i < Math.min(learners, pool.size()); i++) {
            java.util.Collections.swap(pool, i, random.nextInt(i, pool.size()));
        }
        return pool.subList(0, Math.min(learners, pool.size()));
    }

    private void measure(
            LearnerHistory learner,
            int at,
            List<CandidateGenerator> generators,
            TrainingRun run,
            Map<String, double[]> gains) {
        StarterTruth truth = world.truth();
        String user = learner.learner().userId();
        double[] gain = truth.trueGains(user);
        var request = new RecommendationRequest(learner, List.of(), TOP, Set.of(), 0, false, world.end());
        LearnerContext context = recommender.context(request);
        var rules = new Eligibility(context.state(), Set.of());
        var quota = new SkillQuota(context.state());
        set(
                gains,
                "full recommender",
                at,
                recommender.recommend(request).items().stream()
                        .mapToInt(item -> index.catalog()
                                .contentIndex(item.content().id())
                                .orElseThrow())
                        .toArray(),
                gain);
        for (CandidateGenerator generator : generators) {
            set(
                    gains,
                    generator.name() + " alone",
                    at,
                    pick(
                            quota,
                            generator
                                    .generate(context, index.contentCount(), rules::eligible)
                                    .contents()),
                    gain);
        }
        int[] eligible =
                IntStream.range(0, index.contentCount()).filter(rules::eligible).toArray();
        set(gains, "random", at, pick(quota, shuffled(eligible, run.random("evaluate.random", at))), gain);
        int[] best = IntStream.of(eligible)
                .boxed()
                .sorted((a, b) -> Double.compare(gain[b], gain[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        set(gains, "best possible", at, pick(quota, best), gain);
    }

    private static int[] pick(SkillQuota quota, int[] ranked) {
        return quota.pick(IntStream.of(ranked).boxed().toList(), TOP, c -> c, Optional::of).stream()
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static int[] shuffled(int[] contents, RandomGenerator random) {
        int[] order = contents.clone();
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int swapped = order[i];
            order[i] = order[j];
            order[j] = swapped;
        }
        return order;
    }

    /** A list shorter than ten gains nothing on its empty places. */
    private static void set(Map<String, double[]> gains, String method, int at, int[] list, double[] gain) {
        double[] values = gains.get(method);
        if (values != null) {
            values[at] = IntStream.of(list).mapToDouble(c -> gain[c]).sum() / TOP;
        }
    }
}
