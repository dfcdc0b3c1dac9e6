package dev.skillpod.core.recommend.ranking;

import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.Arrays;
import java.util.List;

/** The columns a model of this package must have been trained on. */
public final class Columns {
    private static final List<String> NAMES =
            Arrays.stream(Feature.values()).map(Feature::name).toList();

    private Columns() {}

    /** Returns the names of all features, in order. */
    public static List<String> names() {
        return NAMES;
    }

    static void require(TreeEnsemble trees) {
        if (!trees.featureNames().equals(NAMES)) {
            throw new IllegalArgumentException("the model was trained on other features: " + trees.featureNames());
        }
    }
}
