package dev.skillpod.app.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Makes a ranker that orders about backwards: in each tree the best leaf gets the value of the worst, and so on. */
public final class ReversedTrees {
    private static final Pattern LEAVES = Pattern.compile("(?m)^leaf_value=(.*)$");

    private ReversedTrees() {}

    /** Returns the LightGBM text with the leaf values of each tree exchanged; its length stays the same. */
    public static String of(String text) {
        return LEAVES.matcher(text).replaceAll(line -> "leaf_value=" + reversed(line.group(1)));
    }

    private static String reversed(String values) {
        String[] leaves = Pattern.compile(" ").split(values);
        Integer[] byValue = IntStream.range(0, leaves.length).boxed().toArray(Integer[]::new);
        Arrays.sort(byValue, Comparator.comparingDouble((Integer i) -> Double.parseDouble(leaves[i])));
        var out = new String[leaves.length];
        for (int rank = 0; rank < leaves.length; rank++) {
            out[byValue[rank]] = leaves[byValue[leaves.length - 1 - rank]];
        }
        return Arrays.stream(out).collect(Collectors.joining(" "));
    }
}
