package dev.skillpod.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeShap;
import dev.skillpod.core.tree.TreeTable;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Core's evaluator and TreeSHAP against LightGBM's own, on models that LightGBM trained. */
class NativeParityTest {
    private static final int ROWS = 400;

    @ParameterizedTest
    @ValueSource(ints = {2, 15, 63})
    void regression(int leaves) throws LGBMException {
        requireParity(fit(RandomTables.regression(1, 2000), new TreeObjective.Regression(), leaves));
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 31})
    void binary(int leaves) throws LGBMException {
        requireParity(fit(RandomTables.binary(2, 2000), new TreeObjective.Binary(), leaves));
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 31})
    void lambdaRank(int leaves) throws LGBMException {
        requireParity(fit(RandomTables.ranking(3, 200), TreeObjective.LambdaRank.defaults(), leaves));
    }

    @Test
    void quantile() throws LGBMException {
        requireParity(fit(RandomTables.regression(4, 1000), new TreeObjective.Quantile(0.9), 15));
    }

    @Test
    void aModelThatNeverSplits() throws LGBMException {
        TreeTable few = RandomTables.regression(5, 12);
        String text = fit(few, new TreeObjective.Regression(), 15);
        assertThat(text).contains("num_leaves=1\n");
        requireParity(text);
    }

    /** {@code zero_as_missing} is not among the port's settings, but such models must be read all the same. */
    @Test
    void zeroAsMissing() throws LGBMException {
        TreeTable table = RandomTables.regression(6, 2000);
        NativeLibrary.load();
        String parameters = Parameters.of(config(new TreeObjective.Regression(), 31), table) + " zero_as_missing=true";
        try (NativeTable rows = NativeTable.of(table, parameters, null);
                LGBMBooster booster = LGBMBooster.create(rows.dataset(), parameters)) {
            for (int i = 0; i < 20; i++) {
                booster.updateOneIter();
            }
            String text = booster.saveModelToString(0, 0, LGBMBooster.FeatureImportanceType.GAIN);
            assertThat(text).containsPattern("decision_type=.*\\b[46]\\b");
            requireParity(text);
        }
    }

    private static TreeConfig config(TreeObjective objective, int leaves) {
        return TreeConfig.defaults(objective).with(c -> {
            c.numTrees = 30;
            c.numLeaves = leaves;
        });
    }

    private static String fit(TreeTable table, TreeObjective objective, int leaves) {
        return new LightGbmTrainer().fit(table, Optional.empty(), config(objective, leaves));
    }

    private static void requireParity(String text) throws LGBMException {
        double[] rows = RandomTables.rows(new SplittableRandom(99), ROWS);
        int width = RandomTables.WIDTH;
        TreeEnsemble ensemble = TreeEnsemble.parse(text);
        TreeShap shap = TreeShap.of(ensemble);
        try (NativeModel oracle = NativeModel.of(text)) {
            double[] raw = oracle.predictRaw(rows, ROWS);
            double[] predictions = oracle.predict(rows, ROWS);
            double[] contributions = oracle.contributions(rows, ROWS);
            double[] batch = new double[ROWS];
            ensemble.predictRaw(rows, ROWS, batch);
            assertThat(batch).isEqualTo(raw);
            for (int r = 0; r < ROWS; r++) {
                double[] row = Arrays.copyOfRange(rows, r * width, (r + 1) * width);
                assertThat(ensemble.predictRaw(row)).isEqualTo(raw[r]);
                assertThat(ensemble.predict(row)).isCloseTo(predictions[r], within(1e-12));
                double[] own = shap.contributions(row);
                assertThat(own)
                        .containsExactly(
                                Arrays.copyOfRange(contributions, r * (width + 1), (r + 1) * (width + 1)),
                                within(1e-10));
                assertThat(Arrays.stream(own).sum()).isCloseTo(raw[r], within(1e-9));
            }
        }
    }
}
