package dev.skillpod.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeShapTest {
    @ParameterizedTest
    @CsvSource({"1, 2, 10", "2, 2, 20", "6, 3, 30", "15, 6, 20", "40, 8, 10", "63, 10, 3"})
    void equalsBruteForceShapleyValues(int leaves, int features, int cases) {
        SplittableRandom random = new SplittableRandom(31L * leaves + features);
        for (int i = 0; i < cases; i++) {
            List<TwinTree> trees =
                    List.of(TwinTree.random(random, leaves, features), TwinTree.random(random, leaves, features));
            TreeShap shap = TreeShap.of(TreeEnsemble.parse(TwinTree.modelText(trees, features, "regression")));
            double[] row = TwinTree.randomRow(random, features);
            assertThat(shap.contributions(row)).containsExactly(bruteForce(trees, row), within(1e-12));
        }
    }

    @Test
    void sumsToTheRawScore() {
        SplittableRandom random = new SplittableRandom(5);
        int features = 40;
        List<TwinTree> trees = new ArrayList<>();
        for (int t = 0; t < 100; t++) {
            trees.add(TwinTree.random(random, random.nextInt(1, 130), features));
        }
        TreeEnsemble ensemble = TreeEnsemble.parse(TwinTree.modelText(trees, features, "regression"));
        TreeShap shap = TreeShap.of(ensemble);
        for (int i = 0; i < 300; i++) {
            double[] row = TwinTree.randomRow(random, features);
            double[] contributions = shap.contributions(row);
            assertThat(contributions[features]).isEqualTo(ensemble.expectedValue());
            assertThat(Arrays.stream(contributions).sum()).isCloseTo(ensemble.predictRaw(row), within(1e-9));
        }
    }

    /** A chain of 150 nodes on 150 features needs 75 quadrature points. */
    @Test
    void staysExactOnLongPaths() {
        int features = 150;
        TwinTree chain = new TwinTree.Leaf(1.0, 1);
        double[] shares = new double[features];
        for (int f = features - 1; f >= 0; f--) {
            shares[f] = chain.count() / (chain.count() + 1.0);
            chain = new TwinTree.Inner(f, 0.0, 0, Set.of(), new TwinTree.Leaf(0.0, 1), chain);
        }
        double[] row = new double[features];
        Arrays.fill(row, 1.0);
        double[] contributions = TreeShap.of(
                        TreeEnsemble.parse(TwinTree.modelText(List.of(chain), features, "regression")))
                .contributions(row);
        for (int f = 0; f < features; f++) {
            assertThat(contributions[f]).isCloseTo(shapleyOfProduct(shares, f), within(1e-13));
        }
    }

    /** Shapley value in the game where a coalition earns the product of the shares of those who are not in it. */
    private static double shapleyOfProduct(double[] shares, int feature) {
        int n = shares.length;
        double[] symmetric = new double[n];
        symmetric[0] = 1;
        for (int j = 0; j < n; j++) {
            for (int m = n - 1; m >= 1 && j != feature; m--) {
                symmetric[m] += symmetric[m - 1] * shares[j];
            }
        }
        double sum = 0;
        double weight = 1.0 / n; // |S|! (n - |S| - 1)! / n! at |S| = n - 1 or 0
        for (int absent = 0; absent < n; absent++) {
            sum += weight * symmetric[absent];
            weight *= (absent + 1.0) / (n - 1.0 - absent);
        }
        return (1 - shares[feature]) * sum;
    }

    @Test
    void manyThreadsGetTheSameAnswers() {
        SplittableRandom random = new SplittableRandom(8);
        List<TwinTree> trees = List.of(TwinTree.random(random, 31, 6), TwinTree.random(random, 15, 6));
        TreeEnsemble ensemble = TreeEnsemble.parse(TwinTree.modelText(trees, 6, "regression"));
        TreeShap shap = TreeShap.of(ensemble);
        List<double[]> rows =
                Stream.generate(() -> TwinTree.randomRow(random, 6)).limit(200).toList();
        List<double[]> alone = rows.stream().map(shap::contributions).toList();
        List<double[]> together = rows.parallelStream().map(shap::contributions).toList();
        assertThat(together).usingElementComparator(Arrays::compare).isEqualTo(alone);
    }

    @Test
    void modelsTooDeepToExplainStillPredict() {
        int features = 1500;
        TwinTree chain = new TwinTree.Leaf(1.0, 1);
        for (int f = features - 1; f >= 0; f--) {
            chain = new TwinTree.Inner(f, 0.0, 0, Set.of(), new TwinTree.Leaf(0.0, 1), chain);
        }
        TwinTree tree = chain;
        TreeEnsemble ensemble =
                TreeEnsemble.parse(TwinTree.modelText(List.of(tree, tree, tree), features, "regression"));
        double[] row = new double[features];
        Arrays.fill(row, 1.0);
        assertThat(ensemble.predictRaw(row)).isEqualTo(3.0);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> TreeShap.of(ensemble))
                .withMessage("the model's trees are too deep to explain: the tables would exceed 256 MiB");
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        TreeShap shap =
                TreeShap.of(TreeEnsemble.parse(TwinTree.modelText(List.of(new TwinTree.Leaf(0, 1)), 3, "regression")));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> shap.contributions(new double[4]))
                .withMessage("row must hold 3 values, one per feature, held 4");
    }

    /** Shapley's definition: the mean gain of joining, over all coalitions of the other features. */
    private static double[] bruteForce(List<TwinTree> trees, double[] row) {
        int features = row.length;
        double[] values = new double[1 << features];
        for (int coalition = 0; coalition < values.length; coalition++) {
            int members = coalition;
            for (TwinTree tree : trees) {
                values[coalition] += tree.value(row, f -> (members >> f & 1) != 0);
            }
        }
        double[] contributions = new double[features + 1];
        contributions[features] = values[0];
        for (int f = 0; f < features; f++) {
            for (int coalition = 0; coalition < values.length; coalition++) {
                if ((coalition >> f & 1) == 0) {
                    int size = Integer.bitCount(coalition);
                    double weight = factorial(size) * factorial(features - size - 1) / factorial(features);
                    contributions[f] += weight * (values[coalition | 1 << f] - values[coalition]);
                }
            }
        }
        return contributions;
    }

    private static double factorial(int n) {
        double product = 1;
        for (int k = 2; k <= n; k++) {
            product *= k;
        }
        return product;
    }
}
