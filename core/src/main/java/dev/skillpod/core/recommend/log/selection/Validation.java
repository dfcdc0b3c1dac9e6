package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * One held-out item for each of many users, and the log without them. Immutable and thread-safe.
 *
 * <p>The held-out item is the user's last where the order means something, else a random one; only users with at least
 * two items take part.
 */
public final class Validation {
    private final InteractionLog training;
    private final int[][] histories;
    private final int[] targets;
    private final int[][] pools;

    private Validation(InteractionLog training, int[][] histories, int[] targets, int[][] pools) {
        this.training = training;
        this.histories = histories;
        this.targets = targets;
        this.pools = pools;
    }

    /**
     * Holds items out of a log.
     *
     * @param mostUsers how many users take part at most, at least 1; chosen at random by the run's seed
     * @param task what is being chosen for
     */
    public static Validation of(InteractionLog log, int mostUsers, RankingTask task, TrainingRun run) {
        int[] users = IntStream.range(0, log.users())
                .filter(user -> log.length(user) >= 2)
                .toArray();
        shuffle(users, run.random("log.validation-users"));
        users = Arrays.copyOf(users, Math.min(users.length, mostUsers));
        Arrays.sort(users);
        var dropped = new boolean[log.entries()];
        var histories = new int[users.length][];
        var targets = new int[users.length];
        var pools = new int[users.length][];
        for (int i = 0; i < users.length; i++) {
            var random = run.random("log.held-out", users[i]);
            int[] history = log.history(users[i]);
            int place = log.ordered() ? history.length - 1 : random.nextInt(history.length);
            dropped[log.start(users[i]) + place] = true;
            targets[i] = history[place];
            histories[i] = remove(history, place);
            pools[i] = task == RankingTask.ALL_ITEMS ? new int[0] : pool(history, targets[i], log.items(), random);
        }
        return new Validation(log.without(dropped), histories, targets, pools);
    }

    private static int[] remove(int[] history, int place) {
        var rest = new int[history.length - 1];
        System.arraycopy(history, 0, rest, 0, place);
        System.arraycopy(history, place + 1, rest, place, rest.length - place);
        return rest;
    }

    /** Returns the target and up to 99 random items outside the history. */
    private static int[] pool(int[] history, int target, int items, RandomGenerator random) {
        int[] taken = history.clone();
        Arrays.sort(taken);
        return IntStream.concat(
                        IntStream.of(target),
                        random.ints(300, 0, items)
                                .filter(item -> Arrays.binarySearch(taken, item) < 0)
                                .distinct()
                                .limit(99))
                .toArray();
    }

    private static void shuffle(int[] values, RandomGenerator random) {
        for (int i = values.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int value = values[i];
            values[i] = values[j];
            values[j] = value;
        }
    }

    /** Returns the same held-out items beside a training part that is declared unordered. */
    Validation unordered() {
        return new Validation(training.unordered(), histories, targets, pools);
    }

    /** Returns the log without the held-out items. */
    public InteractionLog training() {
        return training;
    }

    /** Returns the number of users who take part. */
    public int size() {
        return targets.length;
    }

    /** Returns the rest of the history of the i-th user; not to be changed. */
    int[] history(int i) {
        return histories[i];
    }

    /** Returns the held-out item of the i-th user. */
    public int target(int i) {
        return targets[i];
    }

    /** Returns the items that the held-out one is ranked among, itself included; empty when all unseen ones are. */
    Optional<int[]> pool(int i) {
        return pools[i].length == 0 ? Optional.empty() : Optional.of(pools[i]);
    }

    /** Returns how many items of the i-th user's pool come before the held-out one; ties go to the lower item. */
    int rank(float[] scores, int i) {
        int target = targets[i];
        float own = scores[target];
        int rank = 0;
        if (pools[i].length > 0) {
            for (int item : pools[i]) {
                rank += before(scores[item], item, own, target);
            }
            return rank;
        }
        for (int item = 0; item < training.items(); item++) {
            rank += before(scores[item], item, own, target);
        }
        for (int item : histories[i]) {
            rank -= before(scores[item], item, own, target);
        }
        return rank;
    }

    private static int before(float score, int item, float own, int target) {
        return score > own || (score == own && item < target) ? 1 : 0;
    }

    /** Returns the NDCG@10 of one held-out item at a rank that starts at 0. */
    static double gain(int rank) {
        return rank < 10 ? Math.log(2) / Math.log(rank + 2.0) : 0;
    }
}
