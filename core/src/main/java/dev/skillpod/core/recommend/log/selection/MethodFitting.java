package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.ease.EaseConfig;
import dev.skillpod.core.recommend.candidate.transition.SequenceConfig;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.PopularityScorer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Fits a method to a log: settings by validation inside it, then a fit to all of it.
 *
 * <p>Logs of more than {@value #MOST_TUNED} entries are tuned on a sample of their users. Logs too small to hold anything
 * out of get popularity. The same log and seed give the same scorer on any number of threads.
 */
public final class MethodFitting {
    private static final int MOST_TUNED = 2_000_000;
    private static final int MOST_HELD_OUT = 6_000;
    /** Held-out items below which a comparison of methods is mostly noise. */
    private static final int FEWEST_HELD_OUT = 10;

    private static final double NEGLIGIBLE = 0.005;

    private final InteractionLog log;
    private final RankingTask task;
    private final TrainingRun run;
    private final boolean plain;

    /**
     * Prepares a fit.
     *
     * @param log at least one user and one item
     * @param task what the scores are wanted for
     */
    public MethodFitting(InteractionLog log, RankingTask task, TrainingRun run) {
        this(log, task, run, false);
    }

    private MethodFitting(InteractionLog log, RankingTask task, TrainingRun run, boolean plain) {
        this.log = log;
        this.task = task;
        this.run = run;
        this.plain = plain;
    }

    /** Returns a fit to histories as sets; settings are still chosen by each user's last item where there is an order. */
    public MethodFitting plain() {
        return new MethodFitting(log, task, run, true);
    }

    /** Fits a method. */
    public Fitted fit(LogMethod method) {
        InteractionLog sample = sample();
        Validation heldOut = Validation.of(sample, MOST_HELD_OUT, task, run);
        Validation validation = plain ? heldOut.unordered() : heldOut;
        if (validation.size() < FEWEST_HELD_OUT) {
            return new Fitted(
                    PopularityScorer.of(log, Double.POSITIVE_INFINITY),
                    List.of("popular: only " + validation.size()
                            + " users have two items or more, too few to choose by"));
        }
        var notes = new ArrayList<String>();
        if (method == LogMethod.EASE && log.items() > EaseConfig.MOST_ITEMS) {
            notes.add("ease is for at most " + EaseConfig.MOST_ITEMS + " items, the log has " + log.items()
                    + ": itemknn instead");
        }
        try (var loop = new ParallelLoop(run.threads())) {
            double growth =
                    Math.max(1, (double) log.entries() / validation.training().entries());
            var tuning = new MethodTuning(validation, growth, run, loop);
            var tuned = new ArrayList<Tuned>();
            for (LogMethod part : method == LogMethod.BEST ? parts() : List.of(method)) {
                run.progress().report("validation of " + part.name().toLowerCase(Locale.ROOT), 0, 0);
                tuned.add(tuning.tune(part));
                notes.add(note(tuned.getLast()));
            }
            if (method != LogMethod.BEST) {
                return new Fitted(tuned.getFirst().trainer().fit(log, run), notes);
            }
            run.progress().report("validation of the blend", 0, 0);
            var search = new BlendSearch(tuned.stream().map(Tuned::scorer).toList(), validation, loop);
            return blend(tuned, search, notes);
        }
    }

    private Fitted blend(List<Tuned> tuned, BlendSearch search, List<String> notes) {
        double[] weights = search.search();
        notes.add(String.format(Locale.ROOT, "blend: validation NDCG@10 %.4f", search.ndcg(weights)));
        int[] kept = IntStream.range(0, weights.length)
                .filter(i -> weights[i] > NEGLIGIBLE)
                .toArray();
        var parts = new ArrayList<HistoryScorer>();
        for (int i : kept) {
            notes.add(String.format(
                    Locale.ROOT, "weight %.3f %s", weights[i], tuned.get(i).description()));
            parts.add(tuned.get(i).trainer().fit(log, run));
        }
        return new Fitted(
                new BlendScorer(
                        parts, IntStream.of(kept).mapToDouble(i -> weights[i]).toArray()),
                notes);
    }

    private List<LogMethod> parts() {
        var parts = new ArrayList<>(List.of(LogMethod.POPULAR, LogMethod.ITEMKNN));
        if (log.items() <= EaseConfig.MOST_ITEMS) {
            parts.add(LogMethod.EASE);
        }
        parts.add(LogMethod.ALS);
        parts.add(LogMethod.USERKNN);
        if (log.ordered() && !plain) {
            parts.add(LogMethod.MARKOV);
        }
        if (log.ordered() && !plain && log.items() <= SequenceConfig.MOST_PREDICTORS) {
            parts.add(LogMethod.SEQUENCE);
        }
        return parts;
    }

    private InteractionLog sample() {
        int every = (log.entries() + MOST_TUNED - 1) / MOST_TUNED;
        return every <= 1
                ? log
                : log.ofUsers(IntStream.range(0, log.users())
                        .filter(user -> user % every == 0)
                        .toArray());
    }

    private static String note(Tuned tuned) {
        return String.format(Locale.ROOT, "%s: validation NDCG@10 %.4f", tuned.description(), tuned.ndcg());
    }
}
