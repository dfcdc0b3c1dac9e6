package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.math.Adam;
import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.PolicyGradient.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Trains a {@link PathPolicy} in the learner model, across learners, goals, hours and lengths: first to go on as the paths of search do
 * (behavioural cloning), then by policy gradient (REINFORCE, Williams 1992), where a drawn path is compared with the other paths drawn
 * for the same learner (leave-one-out baseline, Kool et al. 2019). What a path is worth is the share of the gain of search that it
 * reaches. The better of the two on other learners is returned. The result depends on the seed, not on the number of threads.
 */
public final class PathPolicyTrainer {
    private static final int DRAWS = 16;
    private static final int TEACHER_ROUNDS = 20;
    private static final double ENTROPY = 0.003;
    private static final double LEAST_TO_GAIN = 0.005;
    private static final double LAST_RATE = 0.1;

    private final PathPolicyConfig config;

    /** Makes a trainer. */
    public PathPolicyTrainer(PathPolicyConfig config) {
        this.config = config;
    }

    /**
     * A policy and how it does beside search, on learners that it was not trained on.
     *
     * @param policy the policy
     * @param metrics mean share of the gain of search that is reached by each way to choose, by name
     */
    public record Trained(PathPolicy policy, Map<String, Double> metrics) {}

    /** A learner with a goal, and the path that search finds. */
    private record Task(PathState start, double gain, int[] path, double greedy) {}

    /**
     * Trains a policy.
     *
     * @param planner plans for the learners; a policy of its own is not asked
     * @param learners whose goals are planned for, at least one with a role or a skill
     * @throws TooFewLearnersException when the learners give no task in which anything can be gained
     */
    public Trained fit(ContentPathPlanner planner, List<LearnerHistory> learners, TrainingRun run) {
        try (var loop = new ParallelLoop(run.threads())) {
            run.progress().report("planning paths to learn from", 0, 0);
            var source = new TrainingTasks(planner, learners, run);
            List<Task> all = tasks(source, config.problems() + config.validation(), loop);
            int held = Math.max(1, all.size() * config.validation() / (config.problems() + config.validation()));
            if (all.size() - held < 1) {
                throw new TooFewLearnersException("no learner has a goal that contents bring nearer");
            }
            List<Task> validation = all.subList(0, held);
            List<Task> training = all.subList(held, all.size());
            MultilayerPerceptron network =
                    MultilayerPerceptron.random(PathPolicy.shape(), run.random("path-policy.start"));
            run.progress().report("imitating paths", 0, 0);
            imitate(network, training, loop, run);
            float[] imitated = network.parameters().clone();
            var metrics = new TreeMap<String, Double>();
            double before = reached(network, validation, loop);
            run.progress().report("policy gradient", 0, 0);
            reinforce(network, training, loop, run);
            double after = reached(network, validation, loop);
            metrics.put("greedy_share_of_search", mean(validation, t -> t.greedy() / t.gain()));
            metrics.put("imitation_share_of_search", before);
            metrics.put("policy_gradient_share_of_search", after);
            metrics.put("policy_share_of_search", Math.max(before, after));
            metrics.put("tasks", (double) training.size());
            float[] kept = after >= before ? network.parameters() : imitated;
            return new Trained(new PathPolicy(PathPolicy.shape(), kept), metrics);
        }
    }

    private static List<Task> tasks(TrainingTasks source, int count, ParallelLoop loop) {
        var tasks = new @Nullable Task[count];
        loop.forEach(count, i -> tasks[i] = task(source, i));
        return Arrays.stream(tasks).filter(Objects::nonNull).toList();
    }

    private static @Nullable Task task(TrainingTasks source, int i) {
        PathProblem problem = source.problem(i);
        if (problem == null) {
            return null;
        }
        var draws = source.draws(problem, DRAWS, i);
        var search = new PathSearch(problem, draws, null, i);
        Map<String, PathState> baselines = search.baselines();
        double before = search.start().attainment();
        double greedy = baselines.values().stream()
                .mapToDouble(PathState::attainment)
                .max()
                .orElse(before);
        PathState found = search.search(baselines, TEACHER_ROUNDS);
        double gain = found.attainment() - before;
        return gain < LEAST_TO_GAIN ? null : new Task(search.start(), gain, found.path(), greedy - before);
    }

    private void imitate(MultilayerPerceptron network, List<Task> tasks, ParallelLoop loop, TrainingRun run) {
        List<List<Step>> steps = inOrder(tasks.size(), loop, i -> demonstrated(tasks.get(i)));
        var adam = new Adam(network.parameters().length);
        RandomGenerator random = run.random("path-policy.imitation");
        int batches = (tasks.size() + config.batch() - 1) / config.batch();
        for (int epoch = 0; epoch < config.epochs(); epoch++) {
            int[] order = shuffled(tasks.size(), random);
            for (int b = 0; b < batches; b++) {
                int from = b * config.batch();
                int size = Math.min(config.batch(), tasks.size() - from);
                List<PolicyGradient> parts = inOrder(size, loop, k -> {
                    var part = new PolicyGradient(network);
                    List<Step> of = steps.get(order[from + k]);
                    of.forEach(step -> part.add(step, 1.0 / of.size(), 0));
                    return part;
                });
                step(
                        network,
                        adam,
                        parts,
                        size,
                        rate(config.imitationRate(), epoch * batches + b, config.epochs() * batches));
            }
        }
    }

    /** Returns the steps of the path that search found; whatever of it may come next is as good as what does. */
    private static List<Step> demonstrated(Task task) {
        PathState state = task.start().copy();
        var features = new PolicyFeatures(state.problem);
        var left = new boolean[state.problem.size()];
        for (int c : task.path()) {
            left[c] = true;
        }
        var steps = new ArrayList<Step>();
        for (int c : task.path()) {
            features.read(state);
            var good = new boolean[features.count()];
            boolean any = false;
            for (int k = 0; k < good.length; k++) {
                good[k] = left[features.action(k)];
                any |= good[k];
            }
            if (any && good.length > 1) {
                steps.add(Step.of(features, good));
            }
            left[c] = false;
            state.advance(c);
        }
        return steps;
    }

    private void reinforce(MultilayerPerceptron network, List<Task> tasks, ParallelLoop loop, TrainingRun run) {
        var adam = new Adam(network.parameters().length);
        RandomGenerator random = run.random("path-policy.tasks");
        for (int round = 0; round < config.rounds(); round++) {
            int[] drawn = random.ints(config.batch(), 0, tasks.size()).toArray();
            int first = round * config.batch();
            List<PolicyGradient> parts = inOrder(
                    drawn.length,
                    loop,
                    k -> sampled(network, tasks.get(drawn[k]), run.random("path-policy.paths", first + k)));
            step(network, adam, parts, drawn.length, rate(config.gradientRate(), round, config.rounds()));
        }
    }

    private PolicyGradient sampled(MultilayerPerceptron network, Task task, RandomGenerator random) {
        int samples = config.samples();
        var steps = new ArrayList<List<Step>>();
        var worth = new double[samples];
        double sum = 0;
        for (int s = 0; s < samples; s++) {
            PathState state = task.start().copy();
            steps.add(played(network, state, random));
            worth[s] = (state.attainment() - task.start().attainment()) / task.gain();
            sum += worth[s];
        }
        var gradient = new PolicyGradient(network);
        for (int s = 0; s < samples; s++) {
            double advantage = worth[s] - (sum - worth[s]) / (samples - 1);
            for (Step step : steps.get(s)) {
                gradient.add(
                        step,
                        advantage / samples,
                        ENTROPY / samples / Math.max(1, steps.get(s).size()));
            }
        }
        return gradient;
    }

    private static List<Step> played(MultilayerPerceptron network, PathState state, RandomGenerator random) {
        var features = new PolicyFeatures(state.problem);
        var steps = new ArrayList<Step>();
        float[] units = network.activations();
        for (features.read(state); features.count() > 0; features.read(state)) {
            int best = 0;
            double bestScore = Double.NEGATIVE_INFINITY;
            for (int k = 0; k < features.count(); k++) {
                network.forward(features.rows(), k * PolicyFeatures.COLUMNS, units);
                double score = units[network.outputStart()] - Math.log(random.nextExponential());
                if (score > bestScore) {
                    bestScore = score;
                    best = k;
                }
            }
            if (features.count() > 1) {
                var chosen = new boolean[features.count()];
                chosen[best] = true;
                steps.add(Step.of(features, chosen));
            }
            state.advance(features.action(best));
        }
        return steps;
    }

    private static double reached(MultilayerPerceptron network, List<Task> tasks, ParallelLoop loop) {
        var policy = new PathPolicy(network);
        List<Double> shares = inOrder(tasks.size(), loop, i -> {
            Task task = tasks.get(i);
            PathState state = task.start().copy();
            new PolicyRollout(policy, state.problem).complete(state, null, 1);
            return (state.attainment() - task.start().attainment()) / task.gain();
        });
        return shares.stream().mapToDouble(Double::doubleValue).average().orElse(0);
    }

    private static double mean(List<Task> tasks, java.util.function.ToDoubleFunction<Task> value) {
        return tasks.stream().mapToDouble(value).average().orElse(0);
    }

    /** Adds the parts in their order, so that the sum is the same for any number of threads. */
    private static void step(
            MultilayerPerceptron network, Adam adam, List<PolicyGradient> parts, int size, double rate) {
        var whole = new float[network.parameters().length];
        for (PolicyGradient part : parts) {
            for (int i = 0; i < whole.length; i++) {
                whole[i] += part.sum()[i];
            }
        }
        adam.step(network.parameters(), whole, 1f / size, rate);
    }

    private static double rate(double first, int step, int steps) {
        return first * (1 - (1 - LAST_RATE) * step / Math.max(1, steps));
    }

    private static int[] shuffled(int size, RandomGenerator random) {
        int[] order = new int[size];
        for (int i = 0; i < size; i++) {
            int other = random.nextInt(i + 1);
            order[i] = order[other];
            order[other] = i;
        }
        return order;
    }

    private static <T> List<T> inOrder(int count, ParallelLoop loop, IntFunction<T> make) {
        var made = new ArrayList<@Nullable T>();
        for (int i = 0; i < count; i++) {
            made.add(null);
        }
        loop.forEach(count, i -> made.set(i, make.apply(i)));
        return made.stream().map(Objects::requireNonNull).toList();
    }
}
