package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeTable;
import io.github.metarank.lightgbm4j.LGBMDataset;
import io.github.metarank.lightgbm4j.LGBMException;
import org.jspecify.annotations.Nullable;

/** The native, binned copy of a table; owns native memory until it is closed. Not thread-safe. */
final class NativeTable implements AutoCloseable {
    private final LGBMDataset dataset;

    private NativeTable(LGBMDataset dataset) {
        this.dataset = dataset;
    }

    /**
     * Copies a table.
     *
     * @param table the rows
     * @param parameters LightGBM's parameters
     * @param reference the table whose bins are to be used, or null to make bins from this one
     */
    static NativeTable of(TreeTable table, String parameters, @Nullable NativeTable reference) throws LGBMException {
        LGBMDataset dataset = LGBMDataset.createFromMat(
                table.features(),
                table.rows(),
                table.featureNames().size(),
                true,
                parameters,
                reference == null ? null : reference.dataset);
        NativeTable copy = new NativeTable(dataset);
        try {
            dataset.setFeatureNames(table.featureNames().toArray(String[]::new));
            dataset.setField("label", table.labels());
            if (table.weights().length > 0) {
                dataset.setField("weight", table.weights());
            }
            if (table.groupSizes().length > 0) {
                dataset.setField("group", table.groupSizes());
            }
            return copy;
        } catch (LGBMException | RuntimeException e) {
            copy.close();
            throw e;
        }
    }

    LGBMDataset dataset() {
        return dataset;
    }

    @Override
    public void close() throws LGBMException {
        dataset.close();
    }
}
