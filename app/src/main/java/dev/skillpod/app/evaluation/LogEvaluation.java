package dev.skillpod.app.evaluation;

import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.LogRecommender;
import dev.skillpod.core.recommend.log.selection.Fitted;
import dev.skillpod.core.recommend.log.selection.LogMethod;
import dev.skillpod.core.recommend.log.selection.MethodFitting;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Measures the methods of {@code recommend} and {@code score} by one held-out item per user: hit rate and NDCG of the
 * first ten.
 *
 * <p>Every method picks its settings by validation inside the training part and is fitted to all of it; the held-out items
 * are looked at once. Intervals are 95 % bootstrap intervals over users, those of the lead over users paired.
 */
public final class LogEvaluation implements Evaluation {
    private static final int TOP = 10;
    /** The default of {@code recommend} and {@code score}. */
    private static final long SEED = 42;

    private static final Variant YARDSTICK = new Variant(LogMethod.BEST, false);

    /** A method; {@code plain} when it takes histories as sets, as most published methods do. */
    private record Variant(LogMethod method, boolean plain) {
        String label() {
            return method.name().toLowerCase(Locale.ROOT) + (plain ? " --plain" : "");
        }
    }

    private final String name;
    private final String description;
    private final Path needs;
    private final List<String> notes;
    private final Function<Path, HeldOutItems> reader;

    /**
     * Describes a measurement.
     *
     * @param notes what is published about this set, for comparison
     * @param reader makes the log and the held-out items from the folder {@code needs}
     */
    LogEvaluation(
            String name, String description, Path needs, List<String> notes, Function<Path, HeldOutItems> reader) {
        this.name = name;
        this.description = description;
        this.needs = needs;
        this.notes = List.copyOf(notes);
        this.reader = reader;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public String description() {
        return description;
    }

    @Override
    public long seed() {
        return SEED;
    }

    @Override
    public Optional<Path> needs() {
        return Optional.of(needs);
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        HeldOutItems held = reader.apply(data.resolve(needs));
        Map<Variant, int[]> ranks = new LinkedHashMap<>();
        for (Variant variant : variants(held.log().ordered())) {
            run.progress().report(name + ": " + variant.label(), 0, 0);
            var fitting = new MethodFitting(held.log(), held.task(), Optional.of(new LightGbmTrainer()), run);
            Fitted fitted = fitting.plain(variant.plain).fit(variant.method);
            ranks.put(variant, ranks(held, new LogRecommender(held.log(), fitted.scorer()), run.threads()));
        }
        out.accept(table(ranks, run));
    }

    private static List<Variant> variants(boolean ordered) {
        var variants = new ArrayList<Variant>();
        for (LogMethod method : LogMethod.values()) {
            variants.add(new Variant(method, false));
            if (ordered && (method == LogMethod.ALS || method == LogMethod.EASE)) {
                variants.add(new Variant(method, true));
            }
        }
        return variants;
    }

    /** Returns the place of each held-out item, from 0; {@value #TOP} when it is not among the first. */
    static int[] ranks(HeldOutItems held, LogRecommender recommender, int threads) {
        var ranks = new int[held.users().length];
        try (var loop = new ParallelLoop(threads)) {
            loop.forEach(
                    ranks.length,
                    i -> ranks[i] = held.others().length == 0
                            ? placeInList(recommender.top(held.users()[i], TOP), held.targets()[i])
                            : placeInPool(recommender.scores(held.users()[i]), held.targets()[i], held.others()[i]));
        }
        return ranks;
    }

    private static int placeInList(List<Hit> list, int target) {
        for (int place = 0; place < list.size(); place++) {
            if (list.get(place).index() == target) {
                return place;
            }
        }
        return TOP;
    }

    /** Another item with the same score counts as ranked before the held-out one. */
    private static int placeInPool(float[] scores, int target, int[] others) {
        if (target < 0) {
            return TOP;
        }
        int before = (int) IntStream.of(others)
                .filter(item -> scores[item] >= scores[target])
                .count();
        return Math.min(TOP, before);
    }

    private EvaluationTable table(Map<Variant, int[]> ranks, TrainingRun run) {
        double[] best = gains(ranks.getOrDefault(YARDSTICK, new int[0]));
        var rows = new ArrayList<List<String>>();
        ranks.forEach((variant, places) -> {
            double[] hits =
                    IntStream.of(places).mapToDouble(r -> r < TOP ? 1 : 0).toArray();
            double[] gains = gains(places);
            double[] lead = IntStream.range(0, gains.length)
                    .mapToDouble(i -> best[i] - gains[i])
                    .toArray();
            String stream = "evaluate." + name + "." + variant.label();
            rows.add(List.of(
                    variant.label(),
                    EvaluationTable.interval("%.4f", Bootstrap.mean(hits, run.random(stream + ".hits"))),
                    EvaluationTable.interval("%.4f", Bootstrap.mean(gains, run.random(stream + ".gains"))),
                    variant.equals(YARDSTICK)
                            ? ""
                            : EvaluationTable.interval("%+.4f", Bootstrap.mean(lead, run.random(stream + ".lead")))));
        });
        return new EvaluationTable(
                description, notes, List.of("method", "HR@10", "NDCG@10", "lead of best in NDCG@10"), rows);
    }

    private static double[] gains(int[] ranks) {
        return IntStream.of(ranks)
                .mapToDouble(r -> r < TOP ? Ndcg.discount(r) : 0)
                .toArray();
    }
}
