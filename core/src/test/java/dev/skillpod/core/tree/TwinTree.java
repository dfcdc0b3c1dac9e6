package dev.skillpod.core.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntPredicate;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A slow tree of objects that says what LightGBM's documentation says, and writes itself in LightGBM's format. */
sealed interface TwinTree {
    record Leaf(double value, int count) implements TwinTree {}

    record Inner(
            int feature, double threshold, int decisionType, Set<Integer> categories, TwinTree left, TwinTree right)
            implements TwinTree {
        boolean goesLeft(double value) {
            boolean categorical = (decisionType & 1) != 0;
            boolean defaultLeft = (decisionType & 2) != 0;
            int missing = decisionType >> 2;
            if (categorical) {
                return !Double.isNaN(value) && (int) value >= 0 && categories.contains((int) value);
            }
            if (Double.isNaN(value) && missing != 2) {
                value = 0;
            }
            boolean zero = value >= -1e-35f && value <= 1e-35f;
            if (zero) {
                value = 0; // LightGBM drops such values when it loads a row
            }
            if ((missing == 1 && zero) || (missing == 2 && Double.isNaN(value))) {
                return defaultLeft;
            }
            return value <= threshold;
        }

        @Override
        public int count() {
            return left.count() + right.count();
        }
    }

    int count();

    /** The value of a coalition of features: unknown features follow both children by their share of rows. */
    default double value(double[] row, IntPredicate known) {
        if (!(this instanceof Inner inner)) {
            return ((Leaf) this).value();
        }
        if (known.test(inner.feature())) {
            return (inner.goesLeft(row[inner.feature()]) ? inner.left() : inner.right()).value(row, known);
        }
        double left = inner.left().count() * inner.left().value(row, known);
        double right = inner.right().count() * inner.right().value(row, known);
        return (left + right) / inner.count();
    }

    /** A random tree; thresholds and categories are small integers and halves, so that rows hit them exactly. */
    static TwinTree random(RandomGenerator random, int leaves, int features) {
        if (leaves == 1) {
            return new Leaf(random.nextDouble(-1, 1), random.nextInt(1, 40));
        }
        int left = random.nextInt(1, leaves);
        int feature = random.nextInt(features);
        boolean categorical = feature == features - 1;
        Set<Integer> categories =
                categorical ? random.ints(3, 0, 70).boxed().collect(Collectors.toCollection(TreeSet::new)) : Set.of();
        double threshold = switch (random.nextInt(12)) {
            case 0 -> -1e-35f;
            case 1 -> Double.POSITIVE_INFINITY;
            default -> random.nextInt(-4, 5) * 0.5;
        };
        int decisionType = categorical ? 1 : random.nextInt(2) * 2 + random.nextInt(3) * 4;
        return new Inner(
                feature,
                threshold,
                decisionType,
                categories,
                random(random, left, features),
                random(random, leaves - left, features));
    }

    /** A row with missing values, zeros, tiny values, infinities, values on thresholds, and odd categories. */
    static double[] randomRow(RandomGenerator random, int features) {
        double[] row = new double[features];
        double[] odd = {
            Double.NaN,
            0.0,
            -0.0,
            1e-36,
            -1e-36,
            1e-35f,
            -1e-35f,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            1e300
        };
        for (int i = 0; i < features; i++) {
            row[i] = random.nextInt(3) == 0 ? odd[random.nextInt(odd.length)] : random.nextInt(-4, 5) * 0.5;
        }
        if (random.nextInt(4) != 0) {
            row[features - 1] = random.nextInt(-2, 70) + (random.nextBoolean() ? 0.0 : 0.7);
        }
        return row;
    }

    static double predict(List<TwinTree> trees, double[] row) {
        double sum = 0;
        for (TwinTree tree : trees) {
            sum += tree.value(row, feature -> true);
        }
        return sum;
    }

    /** The whole model text of these trees over features {@code f0, f1, ...}. */
    static String modelText(List<TwinTree> trees, int features, String objective) {
        List<String> sections = new ArrayList<>();
        for (int t = 0; t < trees.size(); t++) {
            sections.add("Tree=" + t + "\n" + new TwinTreeWriter().write(trees.get(t)) + "\n\n");
        }
        String names = IntStream.range(0, features).mapToObj(i -> "f" + i).collect(Collectors.joining(" "));
        return "tree\nversion=v4\nnum_class=1\nnum_tree_per_iteration=1\nlabel_index=0\nmax_feature_idx="
                + (features - 1) + "\nobjective=" + objective + "\nfeature_names=" + names + "\nfeature_infos="
                + "[0:1] ".repeat(features).strip() + "\ntree_sizes="
                + sections.stream().map(s -> "" + s.length()).collect(Collectors.joining(" ")) + "\n\n"
                + String.join("", sections)
                + "end of trees\n\nfeature_importances:\n\nparameters:\n\nend of parameters\n";
    }
}
