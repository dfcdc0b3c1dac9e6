package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.ranking.HeldOutItem;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
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
    private final HeldOutItem[] items;
    private final int[][] pools;

    private Validation(InteractionLog training, HeldOutItem[] items, int[][] pools) {
        this.training = training;
        this.items = items;
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
        var items = new HeldOutItem[users.length];
        var pools = new int[users.length][];
        for (int i = 0; i < users.length; i++) {
            var random = run.random("log.held-out", users[i]);
            int[] history = log.history(users[i]);
            int place = log.ordered() ? history.length - 1 : random.nextInt(history.length);
            dropped[log.start(users[i]) + place] = true;
            int newest = place == history.length - 1 ? place - 1 : history.length - 1;
            items[i] =
                    new HeldOutItem(remove(history, place), log.timeAt(log.start(users[i]) + newest), history[place]);
            pools[i] = task == RankingTask.ALL_ITEMS ? new int[0] : pool(history, history[place], log.items(), random);
        }
        return new Validation(log.without(dropped), items, pools);
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

    /** Returns the log without the held-out items. */
    public InteractionLog training() {
        return training;
    }

    /** Returns the same held-out items, of some of the users: those whose index fulfils a condition, in the same order. */
    Validation only(IntPredicate condition) {
        int[] chosen = IntStream.range(0, items.length).filter(condition).toArray();
        return new Validation(
                training,
                IntStream.of(chosen).mapToObj(i -> items[i]).toArray(HeldOutItem[]::new),
                IntStream.of(chosen).mapToObj(i -> pools[i]).toArray(int[][]::new));
    }

    /** Returns the number of users who take part. */
    public int size() {
        return items.length;
    }

    /** Returns the held-out items, one per user. */
    List<HeldOutItem> heldOut() {
        return List.of(items);
    }

    /** Returns the time of the newest item in the history of the i-th user. */
    long now(int i) {
        return items[i].now();
    }

    /** Returns the rest of the history of the i-th user; not to be changed. */
    int[] history(int i) {
        return items[i].history();
    }

    /** Returns the held-out item of the i-th user. */
    public int target(int i) {
        return items[i].target();
    }

    /** Returns the items that the held-out one is ranked among, itself included; empty when all unseen ones are. */
    Optional<int[]> pool(int i) {
        return pools[i].length == 0 ? Optional.empty() : Optional.of(pools[i]);
    }

    /** Returns how many items of the i-th user's pool come before the held-out one; ties go to the lower item. */
    int rank(float[] scores, int i) {
        int target = items[i].target();
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
        for (int item : items[i].history()) {
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
