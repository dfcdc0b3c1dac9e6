package dev.skillpod.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TreeEnsembleTest {
    private static final int FEATURES = 6;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31, 200})
    void equalsTheTwinBitForBitOnEveryKindOfSplit(int leaves) {
        SplittableRandom random = new SplittableRandom(leaves);
        List<TwinTree> trees = new ArrayList<>();
        for (int t = 0; t < 20; t++) {
            trees.add(TwinTree.random(random, leaves, FEATURES));
        }
        TreeEnsemble ensemble = TreeEnsemble.parse(TwinTree.modelText(trees, FEATURES, "lambdarank"));
        for (int i = 0; i < 2000; i++) {
            double[] row = TwinTree.randomRow(random, FEATURES);
            assertThat(ensemble.predictRaw(row)).isEqualTo(TwinTree.predict(trees, row));
            assertThat(ensemble.predict(row)).isEqualTo(ensemble.predictRaw(row));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 63, 64, 65, 200})
    void aBatchEqualsItsRowsOneByOne(int rows) {
        SplittableRandom random = new SplittableRandom(rows);
        List<TwinTree> trees = List.of(
                TwinTree.random(random, 31, FEATURES),
                TwinTree.random(random, 1, FEATURES),
                TwinTree.random(random, 15, FEATURES));
        TreeEnsemble ensemble = TreeEnsemble.parse(TwinTree.modelText(trees, FEATURES, "regression"));
        double[] matrix = new double[rows * FEATURES];
        double[] expected = new double[rows + 1];
        expected[rows] = 42;
        for (int r = 0; r < rows; r++) {
            double[] row = TwinTree.randomRow(random, FEATURES);
            System.arraycopy(row, 0, matrix, r * FEATURES, FEATURES);
            expected[r] = ensemble.predictRaw(row);
        }
        double[] out = new double[rows + 1];
        out[rows] = 42;
        ensemble.predictRaw(matrix, rows, out);
        assertThat(out).isEqualTo(expected);
    }

    // 64 leaves are the most that fit the bits of a word; beyond, batches are walked.
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 8, 63, 64, 65, 200})
    void aBatchEqualsTheTwinBitForBitWhateverTheSizeOfTrees(int leaves) {
        SplittableRandom random = new SplittableRandom(leaves);
        List<TwinTree> trees = new ArrayList<>();
        for (int t = 0; t < 20; t++) {
            trees.add(TwinTree.random(random, leaves, FEATURES));
        }
        TreeEnsemble ensemble = TreeEnsemble.parse(TwinTree.modelText(trees, FEATURES, "regression"));
        int rows = 1000;
        double[] matrix = new double[rows * FEATURES];
        double[] expected = new double[rows];
        for (int r = 0; r < rows; r++) {
            double[] row = TwinTree.randomRow(random, FEATURES);
            System.arraycopy(row, 0, matrix, r * FEATURES, FEATURES);
            expected[r] = TwinTree.predict(trees, row);
        }
        double[] out = new double[rows];
        ensemble.predictRaw(matrix, rows, out);
        assertThat(out).isEqualTo(expected);
    }

    @Test
    void expectedValueIsTheMeanOverTheTrainingRows() {
        List<TwinTree> trees = List.of(
                new TwinTree.Inner(
                        0, 0.5, 0, java.util.Set.of(), new TwinTree.Leaf(1.0, 30), new TwinTree.Leaf(-2.0, 10)),
                new TwinTree.Leaf(0.125, 0));
        TreeEnsemble ensemble = TreeEnsemble.parse(TwinTree.modelText(trees, 2, "regression"));
        // (30 * 1 - 10 * 2) / 40 + 0.125
        assertThat(ensemble.expectedValue()).isEqualTo(0.375);
        assertThat(ensemble.featureNames()).containsExactly("f0", "f1");
        assertThat(ensemble.treeCount()).isEqualTo(2);
    }

    @Test
    void transformsRawScoresAsTheObjectiveSays() {
        List<TwinTree> constant = List.of(new TwinTree.Leaf(0.5, 1));
        double[] row = {0.0};
        assertThat(predict(constant, "binary sigmoid:1", row)).isEqualTo(1 / (1 + Math.exp(-0.5)));
        assertThat(predict(constant, "binary sigmoid:2", row)).isEqualTo(1 / (1 + Math.exp(-1.0)));
        assertThat(predict(constant, "lambdarank", row)).isEqualTo(0.5);
        assertThat(predict(constant, "quantile alpha:0.9", row)).isEqualTo(0.5);
        assertThat(predict(constant, "poisson", row)).isCloseTo(Math.exp(0.5), within(1e-15));
    }

    private static double predict(List<TwinTree> trees, String objective, double[] row) {
        return TreeEnsemble.parse(TwinTree.modelText(trees, row.length, objective))
                .predict(row);
    }

    @Test
    void wrongLengthsAreRefused() {
        TreeEnsemble ensemble =
                TreeEnsemble.parse(TwinTree.modelText(List.of(new TwinTree.Leaf(0, 1)), 3, "regression"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ensemble.predictRaw(new double[2]))
                .withMessage("row must hold 3 values, one per feature, held 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ensemble.predictRaw(new double[5], 2, new double[2]))
                .withMessage("rowsRowMajor must hold rows * features = 2 * 3 values, held 5");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ensemble.predictRaw(new double[6], 2, new double[1]))
                .withMessage("out must hold at least 2 values, held 1");
    }
}
