package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.ease.EaseConfig;
import dev.skillpod.core.recommend.candidate.transition.SequenceConfig;
import dev.skillpod.core.recommend.log.BlendScorer;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.ranking.LogStatistics;
import dev.skillpod.core.recommend.log.ranking.RankedScorer;
import dev.skillpod.core.recommend.log.ranking.RankingRows;
import dev.skillpod.core.recommend.log.ranking.RankingTraining;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeTrainer;
import dev.skillpod.core.tree.TreeTrainingException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Picks the best single method, a blend, or a blend whose first items are ranked by trees, and fits it to the whole log.
 *
 * <p>With enough held-out items, their users have one of three roles: the settings, the blend's weights and the trees are
 * fitted to most of them, some say when to stop adding trees, and the rest, which nothing was fitted to, decide. Trees
 * have to lead by more than a standard error, a single method by more than two: a blend is the safer guess. With few held-out items all of them choose the blend.
 */
final class BestFitting {
    private static final int MOST_TUNED_BY = 6_000;
    /** Held-out items below which nothing is ranked by trees. */
    private static final int FEWEST_FOR_RANKING = 500;
    /** Of twenty held-out items, how many decide; the next ones stop the training of the trees. */
    private static final int DECIDING = 4;

    private static final int STOPPING = 3;
    private static final double NEGLIGIBLE = 0.005;
    /** Standard errors by which the trees have to lead. */
    private static final double LEAST_LEAD = 1;
    /** Standard errors by which a single method has to lead the blend, which seldom does worse out of sight. */
    private static final double LEAST_LEAD_OF_SINGLE = 2;

    private final InteractionLog log;
    private final Validation validation;
    private final double growth;
    private final Optional<TreeTrainer> trees;
    private final TrainingRun run;
    private final ParallelLoop loop;
    private final List<String> notes = new ArrayList<>();
    private final List<LogMethod> methods;
    private final boolean ranking;

    BestFitting(
            InteractionLog log,
            Validation validation,
            double growth,
            Optional<TreeTrainer> trees,
            RankingTask task,
            TrainingRun run,
            ParallelLoop loop) {
        this.log = log;
        this.validation = validation;
        this.growth = growth;
        this.trees = trees;
        this.run = run;
        this.loop = loop;
        this.methods = methods();
        this.ranking = mayRank(task, trees) && validation.size() >= FEWEST_FOR_RANKING;
    }

    /** Returns whether trees may rank: the items of a given pool are mostly far from the top, where trees know nothing. */
    static boolean mayRank(RankingTask task, Optional<TreeTrainer> trees) {
        return task == RankingTask.ALL_ITEMS && trees.isPresent();
    }

    Fitted fit() {
        Validation fitting = ranking ? validation.only(i -> i % 20 >= DECIDING) : validation;
        int every = (fitting.size() + MOST_TUNED_BY - 1) / MOST_TUNED_BY;
        Validation few = fitting.only(i -> i % every == 0);
        var tuning = new MethodTuning(few, growth, run, loop);
        var tuned = new ArrayList<Tuned>();
        for (LogMethod method : methods) {
            run.progress().report("validation of " + method.name().toLowerCase(Locale.ROOT), 0, 0);
            tuned.add(tuning.tune(method));
            notes.add(tuned.getLast().note());
        }
        run.progress().report("validation of the blend", 0, 0);
        List<HistoryScorer> scorers = tuned.stream().map(Tuned::scorer).toList();
        var search = new BlendSearch(scorers, few, loop);
        double[] weights = search.search();
        notes.add(String.format(Locale.ROOT, "blend: validation NDCG@10 %.4f", search.ndcg(weights)));
        for (int i = 0; i < weights.length; i++) {
            notes.add(String.format(Locale.ROOT, "weight %.3f of %s", weights[i], name(i)));
        }
        return ranking ? decide(tuned, scorers, weights) : fitBlend(tuned, weights);
    }

    private Fitted decide(List<Tuned> tuned, List<HistoryScorer> scorers, double[] weights) {
        Validation deciding = validation.only(i -> i % 20 < DECIDING);
        Tuned best = tuned.stream().max(Comparator.comparingDouble(Tuned::ndcg)).orElseThrow();
        double[] single = Measure.gains(best.scorer(), deciding, loop);
        double[] blend = Measure.gains(new BlendScorer(scorers, weights), deciding, loop);
        note("best single method (" + name(tuned.indexOf(best)) + ")", single);
        note("blend", blend);
        run.progress().report("training of the ranking", 0, 0);
        var rows = new RankingRows(LogStatistics.of(validation.training()), partNames());
        Optional<TreeEnsemble> ensemble = rank(scorers, weights, rows);
        if (ensemble.isPresent()) {
            double[] ranked = Measure.gains(new RankedScorer(scorers, weights, rows, ensemble.get()), deciding, loop);
            note("blend ranked by " + ensemble.get().treeCount() + " trees", ranked);
            if (Measure.lead(ranked, blend) > LEAST_LEAD && Measure.lead(ranked, single) > LEAST_LEAD) {
                notes.add("chosen: blend ranked by trees");
                return fitRanked(tuned, weights, ensemble.get());
            }
        }
        if (Measure.lead(single, blend) > LEAST_LEAD_OF_SINGLE) {
            notes.add("chosen: the best single method");
            return new Fitted(best.trainer().fit(log, run), notes);
        }
        return fitBlend(tuned, weights);
    }

    private void note(String what, double[] gains) {
        notes.add(String.format(
                Locale.ROOT,
                "on %d items kept for deciding, %s: NDCG@10 %.4f",
                gains.length,
                what,
                Measure.mean(gains)));
    }

    private Optional<TreeEnsemble> rank(List<HistoryScorer> scorers, double[] weights, RankingRows rows) {
        try {
            return new RankingTraining(trees.orElseThrow(), run)
                    .fit(
                            scorers,
                            weights,
                            rows,
                            validation.only(i -> i % 20 >= DECIDING + STOPPING).heldOut(),
                            validation
                                    .only(i -> i % 20 >= DECIDING && i % 20 < DECIDING + STOPPING)
                                    .heldOut(),
                            loop);
        } catch (TreeTrainingException e) {
            notes.add("no ranking by trees: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Fitted fitRanked(List<Tuned> tuned, double[] weights, TreeEnsemble ensemble) {
        var parts = new ArrayList<HistoryScorer>();
        for (Tuned part : tuned) {
            parts.add(part.trainer().fit(log, run));
        }
        var rows = new RankingRows(LogStatistics.of(log), partNames());
        return new Fitted(new RankedScorer(parts, weights, rows, ensemble), notes);
    }

    private Fitted fitBlend(List<Tuned> tuned, double[] weights) {
        notes.add("chosen: blend");
        int[] kept = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > NEGLIGIBLE)
                .toArray();
        var parts = new ArrayList<HistoryScorer>();
        for (int i : kept) {
            parts.add(tuned.get(i).trainer().fit(log, run));
        }
        return new Fitted(
                new BlendScorer(
                        parts, IntStream.of(kept).mapToDouble(i -> weights[i]).toArray()),
                notes);
    }

    private String name(int i) {
        return methods.get(i).name().toLowerCase(Locale.ROOT);
    }

    private List<String> partNames() {
        return IntStream.range(0, methods.size()).mapToObj(this::name).toList();
    }

    private List<LogMethod> methods() {
        var parts = new ArrayList<>(List.of(LogMethod.POPULAR, LogMethod.ITEMKNN));
        if (log.items() <= EaseConfig.MOST_ITEMS) {
            parts.add(LogMethod.EASE);
        }
        parts.add(LogMethod.ALS);
        parts.add(LogMethod.USERKNN);
        if (log.ordered()) {
            parts.add(LogMethod.MARKOV);
        }
        if (log.ordered() && log.items() <= SequenceConfig.MOST_PREDICTORS) {
            parts.add(LogMethod.SEQUENCE);
        }
        return parts;
    }
}
