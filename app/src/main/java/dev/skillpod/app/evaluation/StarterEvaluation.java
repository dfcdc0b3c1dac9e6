package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.ListDiversity;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.candidate.CandidateGenerator;
import dev.skillpod.core.recommend.candidate.Candidates;
import dev.skillpod.core.recommend.candidate.Eligibility;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.diversity.SkillQuota;
import dev.skillpod.core.recommend.engine.ContentRecommender;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.starter.StarterWorld;
import java.util.ArrayList;
import java.util.HashMap;
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
    private static final String FULL = "full recommender";
    private static final String ALONE = " alone";
    private static final String RANDOM = "random";
    private static final String BEST = "best possible";

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
     * @param diversity of the lists
     */
    public record Line(
            String method,
            Bootstrap.Interval gain,
            double shareOfBest,
            Bootstrap.Interval ahead,
            ListDiversity diversity) {}

    /** Measures a random sample of learners that keep the condition. */
    public List<Line> measure(int learners, TrainingRun run, java.util.function.Predicate<LearnerHistory> condition) {
        List<LearnerHistory> sample = sample(learners, run, condition);
        var gains = new LinkedHashMap<String, double[]>();
        List<CandidateGenerator> generators = ContentRecommender.generators(index);
        List<Map<String, int[]>> lists = IntStream.range(0, sample.size())
                .parallel()
                .mapToObj(i -> lists(sample.get(i), i, generators, run))
                .toList();
        for (String method : methods(generators)) {
            gains.put(method, gains(method, sample, lists));
        }
        double best = java.util.Arrays.stream(gains.getOrDefault(BEST, new double[0]))
                .average()
                .orElse(1);
        double[] full = gains.getOrDefault(FULL, new double[sample.size()]);
        var lines = new ArrayList<Line>();
        gains.forEach((method, values) -> {
            var interval = Bootstrap.mean(values, run.random("evaluate.bootstrap." + method));
            var ahead = Bootstrap.mean(
                    IntStream.range(0, values.length)
                            .mapToDouble(i -> full[i] - values[i])
                            .toArray(),
                    run.random("evaluate.bootstrap.ahead." + method));
            lines.add(new Line(method, interval, interval.mean() / best, ahead, diversity(method, lists)));
        });
        return lines;
    }

    private static List<String> methods(List<CandidateGenerator> generators) {
        var methods = new ArrayList<String>();
        methods.add(FULL);
        generators.forEach(g -> methods.add(g.name() + ALONE));
        methods.add(RANDOM);
        methods.add(BEST);
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

    /** Returns the list of each method. */
    private Map<String, int[]> lists(
            LearnerHistory learner, int at, List<CandidateGenerator> generators, TrainingRun run) {
        double[] gain = world.truth().trueGains(learner.learner().userId());
        var request = new RecommendationRequest(learner, List.of(), TOP, Set.of(), 0, false, world.end());
        LearnerContext context = recommender.context(request);
        var rules = new Eligibility(context.state(), Set.of());
        var quota = new SkillQuota(context.state());
        var lists = new HashMap<String, int[]>();
        lists.put(
                FULL,
                recommender.recommend(request).items().stream()
                        .mapToInt(item -> index.catalog()
                                .contentIndex(item.content().id())
                                .orElseThrow())
                        .toArray());
        for (CandidateGenerator generator : generators) {
            Candidates all = generator.generate(context, index.contentCount(), rules::eligible);
            lists.put(generator.name() + ALONE, pick(quota, all.contents()));
        }
        int[] eligible =
                IntStream.range(0, index.contentCount()).filter(rules::eligible).toArray();
        lists.put(RANDOM, pick(quota, shuffled(eligible, run.random("evaluate.random", at))));
        int[] best = IntStream.of(eligible)
                .boxed()
                .sorted((a, b) -> Double.compare(gain[b], gain[a]))
                .mapToInt(Integer::intValue)
                .toArray();
        lists.put(BEST, pick(quota, best));
        return lists;
    }

    /** Returns the mean gain of a method's list for each learner; a list shorter than ten gains nothing on its empty places. */
    private double[] gains(String method, List<LearnerHistory> sample, List<Map<String, int[]>> lists) {
        var gains = new double[sample.size()];
        for (int i = 0; i < gains.length; i++) {
            double[] gain = world.truth().trueGains(sample.get(i).learner().userId());
            gains[i] = IntStream.of(list(lists.get(i), method))
                            .mapToDouble(c -> gain[c])
                            .sum()
                    / TOP;
        }
        return gains;
    }

    private ListDiversity diversity(String method, List<Map<String, int[]>> lists) {
        int[] mainSkill = IntStream.range(0, index.contentCount())
                .map(c -> index.content(c).mainSkill())
                .toArray();
        return ListDiversity.of(
                lists.stream().map(l -> list(l, method)).toList(),
                mainSkill,
                index.embedding().contents());
    }

    private static int[] list(Map<String, int[]> lists, String method) {
        return lists.getOrDefault(method, new int[0]);
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
}
