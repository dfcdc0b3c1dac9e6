package dev.skillpod.core.trend.market;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Which series are sums of which. Immutable and thread-safe.
 *
 * <p>A series may be the sum of several {@link Grouping}s (a total by region and by occupation) and a part in several (a region within an occupation
 * belongs to both). Only circles are not possible.
 */
public final class Hierarchy {
    private final int size;
    private final List<Grouping> groupings;
    private final List<List<Grouping>> groupingsOf;
    private final boolean[] isPart;
    private final boolean tree;
    private final int[] depth;

    private Hierarchy(int size, List<Grouping> groupings) {
        this.size = size;
        this.groupings = List.copyOf(groupings);
        groupingsOf = new ArrayList<>();
        for (int node = 0; node < size; node++) {
            groupingsOf.add(new ArrayList<>());
        }
        isPart = new boolean[size];
        boolean once = true;
        for (Grouping grouping : groupings) {
            checkNode(grouping.total());
            for (int part : grouping.parts()) {
                checkNode(part);
                once &= !isPart[part];
                isPart[part] = true;
            }
            groupingsOf.get(grouping.total()).add(grouping);
        }
        tree = once;
        depth = depths();
    }

    /**
     * Makes a hierarchy.
     *
     * @param size number of series, at least 1; a series in no grouping stands alone
     * @param groupings what adds up to what
     * @throws IllegalArgumentException when a grouping names a series outside of [0, size), or a series would be part of itself
     */
    public static Hierarchy of(int size, List<Grouping> groupings) {
        if (size < 1) {
            throw new IllegalArgumentException("size must be at least 1, was " + size);
        }
        return new Hierarchy(size, groupings);
    }

    private void checkNode(int node) {
        if (node < 0 || node >= size) {
            throw new IllegalArgumentException("series must be in [0, " + (size - 1) + "], was " + node);
        }
    }

    /** Longest way from a series that is part of nothing; found by taking away, again and again, what nothing left is a sum of. */
    private int[] depths() {
        var open = new int[size];
        for (Grouping grouping : groupings) {
            for (int part : grouping.parts()) {
                open[part]++;
            }
        }
        var order = new int[size];
        int known = 0;
        for (int node = 0; node < size; node++) {
            if (open[node] == 0) {
                order[known++] = node;
            }
        }
        var depths = new int[size];
        for (int i = 0; i < known; i++) {
            for (Grouping grouping : groupingsOf.get(order[i])) {
                for (int part : grouping.parts()) {
                    depths[part] = Math.max(depths[part], depths[order[i]] + 1);
                    if (--open[part] == 0) {
                        order[known++] = part;
                    }
                }
            }
        }
        if (known < size) {
            throw new IllegalArgumentException("groupings must not go in a circle");
        }
        return depths;
    }

    /** Returns the number of series. */
    public int size() {
        return size;
    }

    /** Returns what adds up to what. */
    public List<Grouping> groupings() {
        return groupings;
    }

    /** Returns the groupings whose total is the given series. */
    List<Grouping> groupingsOf(int node) {
        return groupingsOf.get(node);
    }

    /** Returns whether the series is part of none. */
    boolean isRoot(int node) {
        return !isPart[node];
    }

    /** Returns how many steps below a series that is part of none: 0 for that one. */
    int depth(int node) {
        return depth[node];
    }

    /** Returns whether no series is part of two groupings, so that what is above can be split from the top. */
    public boolean isTree() {
        return tree;
    }

    /** Returns how far values are from adding up: the greatest difference of a total and its parts, over the total's size (at least 1). */
    public double mismatch(double[][] values) {
        double worst = 0;
        for (Grouping grouping : groupings) {
            double[] total = values[grouping.total()];
            for (int step = 0; step < total.length; step++) {
                double sum = 0;
                for (int part : grouping.parts()) {
                    sum += values[part][step];
                }
                worst = Math.max(worst, Math.abs(total[step] - sum) / Math.max(1, Math.abs(total[step])));
            }
        }
        return worst;
    }

    /** Returns the parts of the hierarchy that no grouping connects, in the order of their first series. */
    public List<Family> families() {
        var head = new int[size];
        Arrays.setAll(head, node -> node);
        for (Grouping grouping : groupings) {
            for (int part : grouping.parts()) {
                int a = find(head, grouping.total());
                int b = find(head, part);
                head[Math.max(a, b)] = Math.min(a, b);
            }
        }
        var members = new ArrayList<List<Integer>>();
        var familyOf = new int[size];
        var number = new int[size];
        for (int node = 0; node < size; node++) {
            int first = find(head, node);
            if (first == node) {
                familyOf[node] = members.size();
                members.add(new ArrayList<>());
            } else {
                familyOf[node] = familyOf[first];
            }
            number[node] = members.get(familyOf[node]).size();
            members.get(familyOf[node]).add(node);
        }
        var sums = new ArrayList<List<Grouping>>();
        members.forEach(family -> sums.add(new ArrayList<>()));
        for (Grouping grouping : groupings) {
            sums.get(familyOf[grouping.total()]).add(grouping.renumbered(number));
        }
        var families = new ArrayList<Family>();
        for (int i = 0; i < members.size(); i++) {
            int[] nodes = members.get(i).stream().mapToInt(node -> node).toArray();
            families.add(new Family(nodes, new Hierarchy(nodes.length, sums.get(i))));
        }
        return families;
    }

    private static int find(int[] head, int node) {
        int top = node;
        while (head[top] != top) {
            head[top] = head[head[top]];
            top = head[top];
        }
        return top;
    }

    /**
     * Series that groupings connect with each other and with no others.
     *
     * @param members their numbers in the whole hierarchy, ascending
     * @param hierarchy the same series, numbered by their place in {@code members}
     */
    public record Family(int[] members, Hierarchy hierarchy) {
        /** Returns the rows of the family, in the order of its members. */
        public double[][] rows(double[][] ofAll) {
            return Arrays.stream(members).mapToObj(node -> ofAll[node]).toArray(double[][]::new);
        }
    }
}
