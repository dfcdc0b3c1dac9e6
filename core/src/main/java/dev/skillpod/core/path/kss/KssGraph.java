package dev.skillpod.core.path.kss;

import dev.skillpod.core.path.practice.PracticeDynamics;
import java.util.Arrays;
import java.util.TreeSet;
import java.util.stream.IntStream;

/** The prerequisites of KSS and all that follows from them. Immutable. */
final class KssGraph {
    static final int ITEMS = 10;

    private static final int[][] PREREQUISITES = {
        {0, 1}, {0, 2}, {1, 3}, {2, 4}, {2, 8}, {3, 4}, {4, 8}, {5, 4}, {5, 9}, {6, 7}, {7, 8}, {8, 9}
    };
    private static final double DECAY = 0.5;

    /** Every item once, prerequisites first. */
    final int[] order;

    /** By item: its direct prerequisites. */
    final int[][] prerequisites = new int[ITEMS][];

    /** By item: the items reachable from it, itself first. */
    final int[][] reachable = new int[ITEMS][];

    /** Parallel to {@link #reachable}: the sum over all directed walks of 0.5 to the walk's length. */
    final double[][] weights = new double[ITEMS][];

    /** By last item, and at index {@link #ITEMS} for none: the items that are accepted. */
    final int[][] accepted = new int[ITEMS + 1][];

    KssGraph() {
        var successors = new int[ITEMS][];
        for (int i = 0; i < ITEMS; i++) {
            prerequisites[i] = ends(i, 1, 0);
            successors[i] = ends(i, 0, 1);
        }
        order = order();
        for (int i = 0; i < ITEMS; i++) {
            walks(i, successors);
        }
        for (int last = 0; last < ITEMS; last++) {
            accepted[last] = neighbours(last, successors);
        }
        accepted[ITEMS] = IntStream.range(0, ITEMS).toArray();
    }

    private static int[] ends(int item, int from, int to) {
        return Arrays.stream(PREREQUISITES)
                .filter(pair -> pair[from] == item)
                .mapToInt(pair -> pair[to])
                .toArray();
    }

    private int[] order() {
        var placed = new boolean[ITEMS];
        var result = new int[ITEMS];
        int count = 0;
        while (count < ITEMS) {
            for (int i = 0; i < ITEMS; i++) {
                if (!placed[i] && Arrays.stream(prerequisites[i]).allMatch(p -> placed[p])) {
                    placed[i] = true;
                    result[count++] = i;
                }
            }
        }
        return result;
    }

    private void walks(int start, int[][] successors) {
        var sum = new double[ITEMS];
        sum[start] = 1;
        for (int from : order) {
            for (int to : successors[from]) {
                sum[to] += DECAY * sum[from];
            }
        }
        reachable[start] = IntStream.concat(
                        IntStream.of(start), IntStream.range(0, ITEMS).filter(i -> i != start && sum[i] > 0))
                .toArray();
        weights[start] =
                Arrays.stream(reachable[start]).mapToDouble(i -> sum[i]).toArray();
    }

    private int[] neighbours(int item, int[][] successors) {
        var near = new TreeSet<Integer>();
        IntStream.of(successors[item]).forEach(near::add);
        for (int before : prerequisites[item]) {
            near.add(before);
            IntStream.of(prerequisites[before]).forEach(near::add);
            IntStream.of(successors[before]).forEach(near::add);
        }
        if (near.isEmpty()) {
            return IntStream.range(0, ITEMS).toArray();
        }
        near.add(item);
        return near.stream().mapToInt(i -> i).toArray();
    }

    /** Returns the row of {@link #accepted} for a last item. */
    static int row(int last) {
        return last == PracticeDynamics.NO_ITEM ? ITEMS : last;
    }
}
