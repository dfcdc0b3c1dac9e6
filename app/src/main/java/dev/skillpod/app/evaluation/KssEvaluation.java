package dev.skillpod.app.evaluation;

import dev.skillpod.app.path.LearnerFile;
import dev.skillpod.app.path.LearntModels;
import dev.skillpod.app.path.PathBenchmark;
import dev.skillpod.app.path.PathModels;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Planner;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.RandomPolicy;
import dev.skillpod.core.path.TopologicalPolicy;
import dev.skillpod.core.path.belief.SearchConfig;
import dev.skillpod.core.path.kss.KssDynamics;
import dev.skillpod.core.path.learnt.LearntConfig;
import dev.skillpod.core.path.practice.AnnealingPlanner;
import dev.skillpod.core.path.practice.GreedyPlanner;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeEnvironment;
import dev.skillpod.core.path.practice.PracticeObservation;
import dev.skillpod.core.path.value.PathModel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/** KSS: learning paths for simulated learners that took no part in training or tuning, beside baselines and what is possible at most. */
public final class KssEvaluation implements Evaluation {
    private static final Path FILE = Path.of("paths", "kss", "kss_v1_train5000.jsonl");
    private static final int[] STEPS = {5, 10, 20};
    private static final int FIRST_REPORTED = 4500;
    private static final int ANNEALED_SEQUENCES = 60_000;

    private final KssDynamics dynamics = new KssDynamics();

    @Override
    public String name() {
        return "kss";
    }

    @Override
    public String description() {
        return "KSS, learning paths for the last 500 of 5,000 simulated learners";
    }

    @Override
    public long seed() {
        return 42;
    }

    @Override
    public Optional<Path> needs() {
        return Optional.of(FILE);
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        List<Learner> all = LearnerFile.read(data.resolve(FILE), dynamics.items());
        List<Learner> reported = all.subList(Math.min(FIRST_REPORTED, all.size() - 1), all.size());
        var rows = new ArrayList<List<String>>();
        rows.add(row("random legal", "", k -> policy(reported, new RandomPolicy<>(), k, run)));
        rows.add(row("topological", "answers", k -> policy(reported, topological(), k, run)));
        rows.add(row("greedy", "hidden state", k -> plan(reported, new GreedyPlanner(dynamics), k, run)));
        rows.add(row(
                "annealing",
                "hidden state",
                k -> plan(reported, new AnnealingPlanner(dynamics, ANNEALED_SEQUENCES), k, run)));
        LearntModels.shipped()
                .ifPresent(learnt -> rows.add(row(
                        "learnt model",
                        "answers; learnt from logs",
                        k -> policy(
                                reported,
                                learnt.policy(
                                        LearntModels.accepted(dynamics),
                                        LearntConfig.defaults().depth()),
                                k,
                                run))));
        SearchConfig search = SearchConfig.defaults();
        PathModel model = PathModels.shipped();
        var means = new ArrayList<double[]>();
        for (long seed : model.networks().keySet()) {
            double[][] rewards = Arrays.stream(STEPS)
                    .mapToObj(k -> policy(reported, model.policy(dynamics, search, seed), k, run))
                    .toArray(double[][]::new);
            means.add(Arrays.stream(rewards).mapToDouble(KssEvaluation::mean).toArray());
            rows.add(row("belief search, training seed " + seed, "answers; formulas", k -> rewards[index(k)]));
        }
        rows.add(row(
                "mean of these, standard error over seeds",
                "",
                k -> means.stream().mapToDouble(of -> of[index(k)]).toArray()));
        rows.add(row(
                "belief search, mean of all networks",
                "answers; formulas",
                k -> policy(reported, model.policy(dynamics, search), k, run)));
        out.accept(new EvaluationTable(
                "KSS, " + reported.size() + " learners",
                List.of(
                        "Mean E_T ± standard error over learners. Learners 0 to 3,999 trained the models, 4,000 to 4,499 chose"
                                + " the settings, these took part in neither.",
                        "Formulas: the search looks ahead with the simulator's formulas and a prior fitted to the training"
                                + " learners; of the learner at hand it knows goal, interactions and answers."),
                List.of("method", "knows", "k = 5", "k = 10", "k = 20"),
                rows));
    }

    private static int index(int k) {
        return Arrays.binarySearch(STEPS, k);
    }

    private Policy<PracticeObservation> topological() {
        return new TopologicalPolicy<>(dynamics.order());
    }

    private double[] policy(List<Learner> learners, Policy<PracticeObservation> policy, int k, TrainingRun run) {
        return PathBenchmark.rewards(PathBenchmark.play(dynamics, learners, policy, k, run));
    }

    private double[] plan(List<Learner> learners, Planner<Learner> planner, int k, TrainingRun run) {
        var rewards = new double[learners.size()];
        run.progress().report(planner.name() + ", " + k + " steps", 0, 0);
        try (var loop = new ParallelLoop(run.threads())) {
            loop.forEach(rewards.length, i -> {
                var environment = new PracticeEnvironment(dynamics, learners.get(i), k);
                for (int item : planner.plan(learners.get(i), k)) {
                    environment.act(item);
                }
                rewards[i] = environment.reward();
            });
        }
        return rewards;
    }

    private static List<String> row(String method, String knows, IntFunction<double[]> rewards) {
        var cells = new ArrayList<>(List.of(method, knows));
        for (int k : STEPS) {
            double[] sample = rewards.apply(k);
            double mean = mean(sample);
            double squares =
                    Arrays.stream(sample).map(x -> (x - mean) * (x - mean)).sum();
            double error = sample.length < 2 ? 0 : Math.sqrt(squares / (sample.length - 1) / sample.length);
            cells.add(String.format(Locale.ROOT, "%.4f ± %.4f", mean, error));
        }
        return cells;
    }

    private static double mean(double[] sample) {
        return Arrays.stream(sample).average().orElseThrow();
    }
}
