package dev.skillpod.core.recommend.log.ranking;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective.LambdaRank;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Fits the trees of the second stage by LambdaRank (Burges 2010) to held-out items: one query per user, the short list as its
 * rows, the held-out item as the one relevant. A user whose item is not on the list teaches nothing and is left out.
 *
 * <p>Stateless between fits, hence thread-safe.
 */
public final class RankingTraining {
    /** Rows of the training table; in doubles they take 600 MB. */
    private static final int MOST_ROWS = 1_200_000;

    private final TreeTrainer trainer;
    private final TrainingRun run;

    /** Trains with {@code trainer}. */
    public RankingTraining(TreeTrainer trainer, TrainingRun run) {
        this.trainer = trainer;
        this.run = run;
    }

    /**
     * Fits trees.
     *
     * @param parts scorers that were fitted without the held-out items
     * @param weights of the blend
     * @param rows made from the same log as the scorers
     * @param train held-out items to learn from
     * @param stop held-out items that decide how many trees there are
     * @return nothing when hardly any held-out item is on its list
     */
    public Optional<TreeEnsemble> fit(
            List<HistoryScorer> parts,
            double[] weights,
            RankingRows rows,
            List<HeldOutItem> train,
            List<HeldOutItem> stop,
            ParallelLoop loop) {
        var lists = new Shortlist.Maker(List.copyOf(parts), weights.clone());
        Optional<TreeTable> table = table(lists, rows, train, loop);
        Optional<TreeTable> held = table(lists, rows, stop, loop);
        if (table.isEmpty() || held.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(TreeEnsemble.parse(
                trainer.fit(table.get(), held, config(table.get().groupSizes().length))));
    }

    /** Fewer queries want smaller trees. */
    private TreeConfig config(int queries) {
        return TreeConfig.defaults(new LambdaRank(List.of(0.0, 1.0), 20, 10)).with(c -> {
            c.numTrees = 500;
            c.numLeaves = queries < 1000 ? 7 : queries < 5000 ? 15 : 31;
            c.learningRate = 0.05;
            c.minDataInLeaf = 100;
            c.lambdaL2 = 5;
            c.featureFraction = 0.5;
            c.baggingFraction = 0.8;
            c.baggingFrequency = 1;
            c.maxBin = 127;
            c.earlyStoppingRounds = 40;
            c.threads = 1; // more of them wait for each other on a busy machine
            c.seed = run.random("log.ranking").nextLong();
        });
    }

    private record Query(double[] rows, int relevant) {}

    private static Optional<TreeTable> table(
            Shortlist.Maker lists, RankingRows rows, List<HeldOutItem> heldOut, ParallelLoop loop) {
        var all = new Query[heldOut.size()];
        loop.forEachRange(all.length, (from, to) -> {
            for (int i = from; i < to; i++) {
                HeldOutItem item = heldOut.get(i);
                Shortlist list = lists.of(item.history(), item.now());
                int relevant = Arrays.binarySearch(list.items(), item.target());
                all[i] = new Query(relevant < 0 ? new double[0] : rows.of(list, item.history(), item.now()), relevant);
            }
        });
        int width = rows.names().size();
        var used = new ArrayList<Query>();
        int count = 0;
        for (Query query : all) {
            int size = query.rows().length / width;
            if (query.relevant() >= 0 && count + size <= MOST_ROWS) {
                used.add(query);
                count += size;
            }
        }
        if (used.size() < 2) {
            return Optional.empty();
        }
        var features = new double[count * width];
        var labels = new float[count];
        var groups = new int[used.size()];
        int row = 0;
        for (int q = 0; q < groups.length; q++) {
            Query query = used.get(q);
            System.arraycopy(query.rows(), 0, features, row * width, query.rows().length);
            labels[row + query.relevant()] = 1;
            groups[q] = query.rows().length / width;
            row += groups[q];
        }
        return Optional.of(TreeTable.of(rows.names(), features, labels).withGroups(groups));
    }
}
