package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.evaluation.Ndcg;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.ranking.HeldOutItem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Held-out items of many users, and the log without them. Immutable and thread-safe.
 *
 * <p>Where the order means something it is the user's last item, else a random tenth of them, up to a few; only users with
 * at least two items take part. The items of one user are neighbours.
 */
public final class Validation {
    private static final int MOST_PER_USER = 5;

    private final InteractionLog training;
    private final HeldOutItem[] items;
    private final int[][] pools;
    /** The user of each held-out item, numbered from 0; ascending. */
    private final int[] owners;

    private Validation(InteractionLog training, HeldOutItem[] items, int[][] pools, int[] owners) {
        this.owners = owners;
        this.training = training;
        this.items = items;
        this.pools = pools;
    }

    /**
     * Holds items out of a log.
     *
     * @param most how many items at most, at least 1; their users are chosen at random by the run's seed
     * @param task what is being chosen for
     */
    public static Validation of(InteractionLog log, int most, RankingTask task, TrainingRun run) {
        int[] users = IntStream.range(0, log.users())
                .filter(user -> log.length(user) >= 2)
                .toArray();
        shuffle(users, run.random("log.validation-users"));
        users = Arrays.copyOf(users, usersFor(most, users, log));
        Arrays.sort(users);
        var dropped = new boolean[log.entries()];
        var items = new ArrayList<HeldOutItem>();
        var pools = new ArrayList<int[]>();
        var owners = IntStream.builder();
        for (int i = 0; i < users.length; i++) {
            var random = run.random("log.held-out", users[i]);
            int[] history = log.history(users[i]);
            int[] places = log.ordered() ? new int[] {history.length - 1} : places(history.length, random);
            int newest = history.length - 1;
            for (int place : places) {
                dropped[log.start(users[i]) + place] = true;
                newest = place == newest ? newest - 1 : newest;
            }
            int[] rest = without(history, places);
            for (int place : places) {
                items.add(new HeldOutItem(rest, log.timeAt(log.start(users[i]) + newest), history[place]));
                pools.add(task == RankingTask.ALL_ITEMS ? new int[0] : pool(history, history[place], log, random));
                owners.add(i);
            }
        }
        return new Validation(
                log.without(dropped),
                items.toArray(HeldOutItem[]::new),
                pools.toArray(int[][]::new),
                owners.build().toArray());
    }

    /** Returns how many of the users, from the first, give as many items as wanted. */
    private static int usersFor(int most, int[] users, InteractionLog log) {
        int count = 0;
        int items = 0;
        while (count < users.length && items < most) {
            items += log.ordered() ? 1 : heldOutOf(log.length(users[count]));
            count++;
        }
        return count;
    }

    private static int heldOutOf(int length) {
        return Math.clamp(length / 10, 1, MOST_PER_USER);
    }

    /** Returns the places held out of a set: a tenth of it, at least one and at most {@value #MOST_PER_USER}. */
    private static int[] places(int length, RandomGenerator random) {
        return random.ints(0, length).distinct().limit(heldOutOf(length)).toArray();
    }

    private static int[] without(int[] history, int[] places) {
        return IntStream.range(0, history.length)
                .filter(place -> Arrays.stream(places).noneMatch(other -> other == place))
                .map(place -> history[place])
                .toArray();
    }

    /** Returns the target and up to 99 random items outside the history. */
    private static int[] pool(int[] history, int target, InteractionLog log, RandomGenerator random) {
        int[] taken = history.clone();
        Arrays.sort(taken);
        return IntStream.concat(
                        IntStream.of(target),
                        random.ints(300, 0, log.items())
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
        return new Validation(training.unordered(), items, pools, owners);
    }

    /** Returns the log without the held-out items. */
    public InteractionLog training() {
        return training;
    }

    /** Returns the held-out items of some of the users: those whose number, from 0, fulfils a condition. */
    Validation only(IntPredicate condition) {
        int[] chosen = IntStream.range(0, items.length)
                .filter(i -> condition.test(owners[i]))
                .toArray();
        var renumbered = new int[chosen.length];
        for (int i = 1; i < chosen.length; i++) {
            renumbered[i] = renumbered[i - 1] + (owners[chosen[i]] == owners[chosen[i - 1]] ? 0 : 1);
        }
        return new Validation(
                training,
                IntStream.of(chosen).mapToObj(i -> items[i]).toArray(HeldOutItem[]::new),
                IntStream.of(chosen).mapToObj(i -> pools[i]).toArray(int[][]::new),
                renumbered);
    }

    /** Returns the number of held-out items. */
    public int size() {
        return items.length;
    }

    /** Returns the held-out items. */
    List<HeldOutItem> heldOut() {
        return List.of(items);
    }

    /** Returns the time of the newest item in the history of the i-th held-out item's user. */
    long now(int i) {
        return items[i].now();
    }

    /** Returns the rest of the history of the i-th held-out item's user; not to be changed. */
    int[] history(int i) {
        return items[i].history();
    }

    /** Returns the i-th held-out item. */
    public int target(int i) {
        return items[i].target();
    }

    /** Returns the items that the held-out one is ranked among, itself included; empty when all unseen ones are. */
    Optional<int[]> pool(int i) {
        return pools[i].length == 0 ? Optional.empty() : Optional.of(pools[i]);
    }

    /** Returns how many items of the i-th pool come before the held-out one; ties go to the lower item. */
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
        return rank < 10 ? Ndcg.discount(rank) : 0;
    }
}
