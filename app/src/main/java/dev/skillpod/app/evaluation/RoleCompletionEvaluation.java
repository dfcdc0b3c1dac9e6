package dev.skillpod.app.evaluation;

import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.gap.role.HiddenRequirements;
import dev.skillpod.core.gap.role.RoleTable;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How well hidden technology skills of O*NET's roles are found again: of 160 roles with at least 15 technologies, 30 % are hidden,
 * and all that a role does not visibly have are ranked.
 */
public final class RoleCompletionEvaluation implements Evaluation {
    private static final Path FOLDER = Path.of("skills", "onet");
    private static final int ROLES = 160;
    private static final int LEAST_SKILLS = 15;
    private static final double HIDDEN = 0.3;
    private static final int TOP = 20;
    private static final int SPLITS = 5;

    @Override
    public String name() {
        return "gaps-roles";
    }

    @Override
    public String description() {
        return "O*NET, hidden technology skills of 160 roles found again, every method";
    }

    @Override
    public long seed() {
        return 42;
    }

    @Override
    public Optional<Path> needs() {
        return Optional.of(FOLDER);
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        run.progress().report("reading O*NET", 0, 0);
        try (MiniLmEmbedder embedder = MiniLmEmbedder.load()) {
            measure(OnetRoles.read(data.resolve(FOLDER), embedder), run, out);
        }
    }

    static void measure(OnetRoles onet, TrainingRun run, Consumer<EvaluationTable> out) {
        int[] eligible = IntStream.range(0, onet.table().roles())
                .filter(role -> onet.table().skills().rowLength(role) >= LEAST_SKILLS)
                .toArray();
        var first = new LinkedHashMap<String, double[]>();
        var means = new LinkedHashMap<String, List<Double>>();
        try (var loop = new ParallelLoop(run.threads())) {
            for (int split = 0; split < SPLITS; split++) {
                run.progress().report("split", split, SPLITS);
                var splitRun = new TrainingRun(run.seed() + split, run.threads(), run.asOf(), run.progress());
                int[] roles = sample(eligible, splitRun.random("roles.sample"));
                HiddenRequirements hidden = HiddenRequirements.of(
                        onet.table(), roles, HIDDEN, role -> splitRun.random("roles.hidden", role));
                var methods =
                        new RoleCompletionMethods(onet, hidden.visible(), roles, new LightGbmTrainer(), splitRun, loop);
                for (Map.Entry<String, float[][]> method : methods.scores().entrySet()) {
                    double[] found = found(method.getValue(), hidden, roles);
                    first.putIfAbsent(method.getKey(), found);
                    means.computeIfAbsent(method.getKey(), name -> new ArrayList<>())
                            .add(Arrays.stream(found).average().orElseThrow());
                }
            }
        }
        out.accept(table(first, means, eligible.length, onet.table(), run));
    }

    private static EvaluationTable table(
            Map<String, double[]> first,
            Map<String, List<Double>> means,
            int eligible,
            RoleTable table,
            TrainingRun run) {
        var rows = new ArrayList<List<String>>();
        first.forEach((method, values) -> {
            var interval = Bootstrap.mean(values, run.random("evaluate.bootstrap"));
            rows.add(List.of(
                    method, EvaluationTable.interval("%.4f", interval), spread(means.getOrDefault(method, List.of()))));
        });
        return new EvaluationTable(
                "O*NET 29.3, " + table.roles() + " roles and " + table.skillCount() + " technologies, seed "
                        + run.seed(),
                List.of(
                        "30 % of the technologies (column Example) hidden for 160 of the " + eligible
                                + " roles with at least " + LEAST_SKILLS
                                + "; all others that the role does not visibly have are ranked.",
                        "RP@" + TOP + " = hits / min(" + TOP
                                + ", hidden), mean over roles: the first split with its 95 %"
                                + " bootstrap interval over roles, and the mean of " + SPLITS
                                + " splits (seeds from this one on) with its standard error."),
                List.of("method", "RP@" + TOP, SPLITS + " splits"),
                rows);
    }

    private static String spread(List<Double> means) {
        double mean = means.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares =
                means.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        double error = Math.sqrt(squares / (means.size() - 1) / means.size());
        return String.format(Locale.ROOT, "%.4f ± %.4f", mean, error);
    }

    private static int[] sample(int[] eligible, RandomGenerator random) {
        int[] order = eligible.clone();
        for (int i = 0; i < ROLES; i++) {
            int j = i + random.nextInt(order.length - i);
            int other = order[i];
            order[i] = order[j];
            order[j] = other;
        }
        return IntStream.of(order).limit(ROLES).sorted().toArray();
    }

    /** Returns of each role the share of its hidden skills, or of the places, that the best ranked are. */
    private static double[] found(float[][] scores, HiddenRequirements hidden, int[] roles) {
        var found = new double[roles.length];
        for (int i = 0; i < roles.length; i++) {
            var wanted = hidden.of(roles[i]);
            int[] best = RoleCompletionMethods.best(scores[i], hidden.visible().skills(), roles[i], TOP);
            long hits = IntStream.of(best)
                    .filter(skill -> Arrays.binarySearch(wanted, skill) >= 0)
                    .count();
            found[i] = (double) hits / Math.min(TOP, wanted.length);
        }
        return found;
    }
}
