package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.ease.EaseConfig;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.PopularityScorer;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Fits a method to a log: settings by validation inside it, then a fit to all of it.
 *
 * <p>Logs of more than {@value #MOST_TUNED} entries are tuned on a sample of their users. Logs too small to hold anything
 * out of get popularity. The same log and seed give the same scorer on any number of threads.
 */
public final class MethodFitting {
    private static final int MOST_TUNED = 2_000_000;
    /** Held-out items by which one method is tuned. */
    private static final int MOST_HELD_OUT = 6_000;
    /** Held-out items for choosing among methods, ranking included. */
    private static final int MOST_HELD_OUT_FOR_RANKING = 30_000;
    /** Held-out items below which a comparison of methods is mostly noise. */
    private static final int FEWEST_HELD_OUT = 10;

    private final InteractionLog log;
    private final RankingTask task;
    private final Optional<TreeTrainer> trees;
    private final TrainingRun run;
    private final boolean plain;

    /**
     * Prepares a fit.
     *
     * @param log at least one user and one item
     * @param task what the scores are wanted for
     * @param trees trains the second stage of {@link LogMethod#BEST}; without it there is none
     */
    public MethodFitting(InteractionLog log, RankingTask task, Optional<TreeTrainer> trees, TrainingRun run) {
        this(log, task, trees, run, false);
    }

    private MethodFitting(
            InteractionLog log, RankingTask task, Optional<TreeTrainer> trees, TrainingRun run, boolean plain) {
        this.log = log;
        this.task = task;
        this.trees = trees;
        this.run = run;
        this.plain = plain;
    }

    /**
     * Returns the same fit, to histories as sets or not.
     *
     * @param sets whether the order is ignored; settings are still chosen by each user's last item where there is one
     */
    public MethodFitting plain(boolean sets) {
        return new MethodFitting(log, task, trees, run, sets);
    }

    /** Fits a method. */
    public Fitted fit(LogMethod method) {
        InteractionLog sample = sample();
        boolean ranking = method == LogMethod.BEST && BestFitting.mayRank(task, trees);
        Validation heldOut = Validation.of(sample, ranking ? MOST_HELD_OUT_FOR_RANKING : MOST_HELD_OUT, task, run);
        Validation validation = plain ? heldOut.unordered() : heldOut;
        InteractionLog all = plain ? log.unordered() : log;
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
            if (method == LogMethod.BEST) {
                return new BestFitting(all, validation, growth, trees, task, run, loop).fit();
            }
            run.progress().report("validation of " + method.name().toLowerCase(Locale.ROOT), 0, 0);
            Tuned tuned = new MethodTuning(validation, growth, run, loop).tune(method);
            notes.add(tuned.note());
            return new Fitted(tuned.trainer().fit(all, run), notes);
        }
    }

    private InteractionLog sample() {
        int every = (log.entries() + MOST_TUNED - 1) / MOST_TUNED;
        return every <= 1
                ? log
                : log.ofUsers(IntStream.range(0, log.users())
                        .filter(user -> user % every == 0)
                        .toArray());
    }
}
