package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.Touches;
import dev.skillpod.core.recommend.training.Interests;
import dev.skillpod.core.recommend.training.PastActivity;
import dev.skillpod.starter.StarterWorld;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        List<LearnerHistory> visible = world.histories().stream()
                .map(history -> without(history, index, hidden))
                .toList();
        TasteModel mapped = taste(visible, world, index, run);
        TasteModel upper = taste(world.histories(), world, index, run);
        Map<String, List<Double>> values = new LinkedHashMap<>();
        List<String> methods = List.of("random", "ALS with the text map", "ALS that has seen them");
        methods.forEach(method -> values.put(method, new ArrayList<>()));
        int row = 0;
        int measured = 0;
        for (LearnerHistory history : world.histories()) {
            Touches all = Touches.of(history, index);
            Touches rest = Touches.of(visible.get(row), index);
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

    /** Fits the taste of the service to histories. */
    private static TasteModel taste(
            List<LearnerHistory> histories, StarterWorld world, CatalogIndex index, TrainingRun run) {
        Instant end = world.end();
        Interests.Tastes tastes = Interests.fit(
                PastActivity.before(end, histories, index), index, end, end, "synthetic", AlsConfig.defaults(), run);
        return new TasteModel(
                tastes.als(),
                tastes.map(),
                IntStream.range(0, index.contentCount()).toArray(),
                index);
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
                history.outcomes(),
                history.answers());
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
