package dev.skillpod.core.recommend.candidate.itemknn;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryTrainer;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.util.Arrays;

/** Fits {@link ItemKnnModel}s. Stateless between fits, hence thread-safe. */
public final class ItemKnnTrainer implements HistoryTrainer {
    /** Newest items of a history that are compared with each other; keeps the time in proportion to the log. */
    private static final int LONGEST = 500;

    private final ItemKnnConfig config;

    /** Creates a trainer. */
    public ItemKnnTrainer(ItemKnnConfig config) {
        this.config = config;
    }

    @Override
    public ItemKnnModel fit(InteractionLog log, TrainingRun run) {
        run.progress().report("itemknn", 0, 0);
        SparseMatrix byUser = entries(log);
        SparseMatrix byItem = byUser.transpose();
        int items = log.items();
        var neighbours = new int[items][];
        var likeness = new float[items][];
        try (var loop = new ParallelLoop(run.threads())) {
            loop.forEachRange(items, (from, to) -> {
                var shared = new float[items];
                var touched = new int[items];
                for (int item = from; item < to; item++) {
                    int count = countShared(byUser, byItem, item, shared, touched);
                    var best = new TopK(config.neighbours());
                    for (int i = 0; i < count; i++) {
                        int other = touched[i];
                        double size = Math.sqrt((double) byItem.rowLength(item) * byItem.rowLength(other));
                        if (other != item) {
                            best.offer(other, (float) (shared[other] / (size + config.shrinkage())));
                        }
                        shared[other] = 0;
                    }
                    neighbours[item] = best.indices();
                    likeness[item] = best.scores();
                }
            });
        }
        SparseMatrix.Builder weights = SparseMatrix.builder(items, items);
        for (int item = 0; item < items; item++) {
            for (int i = 0; i < neighbours[item].length; i++) {
                weights.add(neighbours[item][i], item, likeness[item][i]);
            }
        }
        return new ItemKnnModel(weights.build(), config.recency());
    }

    private static SparseMatrix entries(InteractionLog log) {
        SparseMatrix.Builder entries = SparseMatrix.builder(log.users(), log.items());
        for (int user = 0; user < log.users(); user++) {
            for (int p = Math.max(log.start(user), log.end(user) - LONGEST); p < log.end(user); p++) {
                entries.add(user, log.itemAt(p), 1);
            }
        }
        return entries.build();
    }

    /** Counts the users each item shares with {@code item}; returns how many items are in {@code touched}, ascending. */
    private static int countShared(SparseMatrix byUser, SparseMatrix byItem, int item, float[] shared, int[] touched) {
        int count = 0;
        for (int p = byItem.rowStart(item); p < byItem.rowEnd(item); p++) {
            int user = byItem.columnAt(p);
            for (int q = byUser.rowStart(user); q < byUser.rowEnd(user); q++) {
                int other = byUser.columnAt(q);
                if (shared[other]++ == 0) {
                    touched[count++] = other;
                }
            }
        }
        Arrays.sort(touched, 0, count);
        return count;
    }
}
