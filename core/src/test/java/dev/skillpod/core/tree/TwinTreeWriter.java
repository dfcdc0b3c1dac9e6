package dev.skillpod.core.tree;

import dev.skillpod.core.tree.TwinTree.Inner;
import dev.skillpod.core.tree.TwinTree.Leaf;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Numbers the nodes of a tree as LightGBM would and writes its section. */
final class TwinTreeWriter {
    private final List<Inner> inner = new ArrayList<>();
    private final List<int[]> children = new ArrayList<>();
    private final List<Leaf> leaves = new ArrayList<>();
    private final List<Set<Integer>> categories = new ArrayList<>();

    String write(TwinTree tree) {
        number(tree);
        List<String> lines = new ArrayList<>();
        List<Object> thresholds = new ArrayList<>();
        for (Inner node : inner) {
            if ((node.decisionType() & 1) != 0) {
                thresholds.add(categories.size());
                categories.add(node.categories());
            } else {
                thresholds.add(node.threshold() == Double.POSITIVE_INFINITY ? "inf" : node.threshold());
            }
        }
        lines.add("num_leaves=" + leaves.size());
        lines.add("num_cat=" + categories.size());
        lines.add("split_feature=" + join(inner.stream().map(Inner::feature).toList()));
        lines.add("split_gain=" + join(inner.stream().map(n -> 1).toList()));
        lines.add("threshold=" + join(thresholds));
        lines.add(
                "decision_type=" + join(inner.stream().map(Inner::decisionType).toList()));
        lines.add("left_child=" + join(children.stream().map(c -> c[0]).toList()));
        lines.add("right_child=" + join(children.stream().map(c -> c[1]).toList()));
        lines.add("leaf_value=" + join(leaves.stream().map(Leaf::value).toList()));
        lines.add("leaf_count=" + join(leaves.stream().map(Leaf::count).toList()));
        lines.add("internal_count=" + join(inner.stream().map(Inner::count).toList()));
        if (!categories.isEmpty()) {
            writeCategories(lines);
        }
        lines.add("is_linear=0");
        lines.add("shrinkage=1");
        return String.join("\n", lines) + "\n";
    }

    private int number(TwinTree tree) {
        return switch (tree) {
            case Leaf leaf -> {
                leaves.add(leaf);
                yield -leaves.size();
            }
            case Inner node -> {
                int index = inner.size();
                inner.add(node);
                int[] pair = new int[2];
                children.add(pair);
                pair[0] = number(node.left());
                pair[1] = number(node.right());
                yield index;
            }
        };
    }

    private void writeCategories(List<String> lines) {
        List<Object> boundaries = new ArrayList<>(List.of(0));
        List<Object> words = new ArrayList<>();
        for (Set<Integer> set : categories) {
            int length = set.stream().mapToInt(c -> c / 32).max().orElseThrow() + 1;
            int[] bits = new int[length];
            set.forEach(c -> bits[c / 32] |= 1 << c % 32);
            for (int word : bits) {
                words.add(Integer.toUnsignedString(word));
            }
            boundaries.add(words.size());
        }
        lines.add("cat_boundaries=" + join(boundaries));
        lines.add("cat_threshold=" + join(words));
    }

    private static String join(List<?> items) {
        return items.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
