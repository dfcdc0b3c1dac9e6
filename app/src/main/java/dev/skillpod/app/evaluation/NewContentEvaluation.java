package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.candidate.cold.TasteMapConfig;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * What the service's text map heals: on the starter world a fifth of the contents loses its interactions, and for every
 * learner who had some of them they are ranked among themselves by taste, folded in from the other contents.
 */
public final class NewContentEvaluation implements Evaluation {
    private static final int TOP = 20;
    private static final double HIDDEN = 0.2;

    @Override
    public String name() {
        return "starter-new";
    }

    @Override
    public String description() {
        return "Starter world, a fifth of the contents without interactions, ranked among themselves by taste";
    }

    @Override
    public long seed() {
        return StarterConfig.defaults().seed();
    }

    @Override
    public Optional<Path> needs() {
        return Optional.empty();
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        EmbeddedWorld.with(run, (world, index) -> {
            var hidden = new boolean[index.contentCount()];
            for (int c = 0; c < hidden.length; c++) {
                hidden[c] = run.random("evaluate.hidden", c).nextDouble() < HIDDEN;
            }
            out.accept(table(world, index, hidden, run));
        });
    }

    private static EvaluationTable table(StarterWorld world, CatalogIndex index, boolean[] hidden, TrainingRun run) {
        List<Touches> learners =
                world.histories().stream().map(h -> Touches.of(h, index)).toList();
        AlsModel without = als(learners, world, hidden, run);
        AlsModel with = als(learners, world, new boolean[hidden.length], run);
        var nothing = new boolean[hidden.length];
        TasteModel mapped = taste(without, learners, hidden, index, run);
        TasteModel upper = taste(with, learners, nothing, index, run);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        List<String> methods = List.of("random", "ALS with the text map", "ALS that has seen them");
        methods.forEach(method -> values.put(method, new ArrayList<>()));
        int row = 0;
        int measured = 0;
        for (LearnerHistory history : world.histories()) {
            Touches all = learners.get(row);
            Touches rest = Touches.of(without(history, index, hidden), index);
            var gains = new double[hidden.length];
            all.all().stream()
                    .filter(touch -> hidden[touch.content()] && touch.interest() > 0)
                    .forEach(touch -> gains[touch.content()] = 1);
            if (Arrays.stream(gains).sum() > 0 && mapped.taste(rest).known()) {
                measured++;
                add(
                        values,
                        methods.get(0),
                        RandomScores.of(hidden.length, run.random("evaluate.random", row)),
                        gains,
                        hidden);
                add(values, methods.get(1), mapped.taste(rest).scores(), gains, hidden);
                add(values, methods.get(2), upper.taste(rest).scores(), gains, hidden);
            }
            row++;
        }
        var rows = new ArrayList<List<String>>();
        values.forEach((method, list) -> {
            var interval = Bootstrap.mean(
                    list.stream().mapToDouble(Double::doubleValue).toArray(),
                    run.random("evaluate.bootstrap." + method));
            rows.add(List.of(method, EvaluationTable.interval("%.4f", interval)));
        });
        long count = IntStream.range(0, hidden.length).filter(c -> hidden[c]).count();
        return new EvaluationTable(
                "Starter world, seed " + run.seed() + ", " + count + " contents without interactions",
                List.of(
                        "Ranked among themselves for "
                                + measured
                                + " learners who had some; mean, 95 % bootstrap interval. Without the map ALS gives"
                                + " all of them 0.",
                        "The last row is trained on the very interactions it is asked for: out of reach."),
                List.of("method", "NDCG@" + TOP),
                rows);
    }

    private static AlsModel als(List<Touches> learners, StarterWorld world, boolean[] left, TrainingRun run) {
        var builder = SparseMatrix.builder(learners.size(), left.length);
        for (int row = 0; row < learners.size(); row++) {
            for (Touches.Touch touch : learners.get(row).all()) {
                if (touch.interest() > 0 && !left[touch.content()]) {
                    builder.add(row, touch.content(), TasteModel.weight(touch.interest()));
                }
            }
        }
        var interactions = new Interactions(builder.build(), world.end(), world.end(), "synthetic");
        return new AlsTrainer(AlsConfig.defaults()).fit(interactions, run);
    }

    private static TasteModel taste(
            AlsModel als, List<Touches> learners, boolean[] left, CatalogIndex index, TrainingRun run) {
        var counts = new int[left.length];
        for (Touches touches : learners) {
            for (Touches.Touch touch : touches.all()) {
                counts[touch.content()] += touch.interest() > 0 && !left[touch.content()] ? 1 : 0;
            }
        }
        TasteMap map =
                TasteMap.fit(index, als.itemFactors(), als.factors(), counts, TasteMapConfig.defaults(), run.threads());
        var ids = index.catalog().contents().stream().map(c -> c.id()).toList();
        return new TasteModel(als, map, ids, index);
    }

    private static LearnerHistory without(LearnerHistory history, CatalogIndex index, boolean[] hidden) {
        return new LearnerHistory(
                history.learner(),
                history.profile(),
                history.engagements().stream()
                        .filter(e -> index.catalog().contentIndex(e.contentId()).stream()
                                .noneMatch(c -> hidden[c]))
                        .toList(),
                history.assessments(),
                history.signals(),
                history.outcomes());
    }

    private static void add(
            Map<String, List<Double>> values, String method, float[] scores, double[] gains, boolean[] hidden) {
        int[] candidates =
                IntStream.range(0, hidden.length).filter(c -> hidden[c]).toArray();
        double ndcg = Ndcg.at(
                        TOP,
                        IntStream.of(candidates).mapToDouble(c -> scores[c]).toArray(),
                        IntStream.of(candidates).mapToDouble(c -> gains[c]).toArray())
                .orElseThrow();
        values.computeIfAbsent(method, m -> new ArrayList<>()).add(ndcg);
    }
}
