package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeObjective.Binary;
import dev.skillpod.core.tree.TreeObjective.LambdaRank;
import dev.skillpod.core.tree.TreeTable;
import java.util.Optional;

/** Checks, before native code sees them, that tables and configuration fit together. */
final class TableChecks {
    /** LightGBM's own limit on the rows of one group. */
    private static final int MAX_GROUP = 10_000;

    private TableChecks() {}

    static void check(TreeTable train, Optional<TreeTable> validation, TreeConfig config) {
        int constraints = config.monotoneConstraints().size();
        if (constraints != 0 && constraints != train.featureNames().size()) {
            throw new IllegalArgumentException("monotoneConstraints must be empty or hold "
                    + train.featureNames().size() + " values, one per feature, held " + constraints);
        }
        if (config.earlyStoppingRounds() > 0 && validation.isEmpty()) {
            throw new IllegalArgumentException("earlyStoppingRounds " + config.earlyStoppingRounds()
                    + " needs a validation table, but there is none");
        }
        checkLabels("training", train, config);
        validation.ifPresent(table -> {
            if (!table.featureNames().equals(train.featureNames())) {
                throw new IllegalArgumentException("the validation table must have the training table's features "
                        + train.featureNames() + ", had " + table.featureNames());
            }
            if (!table.categorical().equals(train.categorical())) {
                throw new IllegalArgumentException("the validation table must have the training table's categorical"
                        + " features " + train.categorical() + ", had " + table.categorical());
            }
            checkLabels("validation", table, config);
        });
    }

    private static void checkLabels(String role, TreeTable table, TreeConfig config) {
        if (config.objective() instanceof LambdaRank rank) {
            checkGroups(role, table);
            checkGrades(role, table, rank.labelGain().size() - 1);
        } else if (table.groupSizes().length > 0) {
            throw new IllegalArgumentException("the " + role + " table has groups, which only LambdaRank can use");
        } else if (config.objective() instanceof Binary) {
            checkGrades(role, table, 1);
        }
    }

    private static void checkGrades(String role, TreeTable table, int highest) {
        for (float label : table.labels()) {
            if (label < 0 || label > highest || label != (int) label) {
                throw new IllegalArgumentException(
                        "labels of the " + role + " table must be integers in [0, " + highest + "], was " + label);
            }
        }
    }

    private static void checkGroups(String role, TreeTable table) {
        if (table.groupSizes().length == 0) {
            throw new IllegalArgumentException("LambdaRank needs groups, but the " + role + " table has none");
        }
        for (int size : table.groupSizes()) {
            if (size > MAX_GROUP) {
                throw new IllegalArgumentException(
                        "groups of the " + role + " table must hold at most " + MAX_GROUP + " rows, held " + size);
            }
        }
    }
}
