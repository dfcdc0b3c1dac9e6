package dev.skillpod.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeShap;
import dev.skillpod.core.tree.TreeTable;
import io.github.metarank.lightgbm4j.LGBMException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** LightGBM's ranking example with the settings of its train.conf. */
class LambdaRankExampleTest {
    private static final TreeConfig TRAIN_CONF = TreeConfig.defaults().with(c -> {
        c.numTrees = 100;
        c.numLeaves = 31;
        c.learningRate = 0.1;
        c.baggingFraction = 0.9;
        c.baggingFrequency = 1;
        c.minDataInLeaf = 50;
        c.minSumHessianInLeaf = 5.0;
    });

    @Test
    void ranksTheTestQueriesAndEqualsNativeLightGbm() throws IOException, LGBMException {
        Optional<Path> directory = SharedRankingData.directory();
        assumeTrue(
                directory.isPresent(),
                "no shared data: set SKILLPOD_SHARED_DATA to a directory with ranking/lightgbm-lambdarank");
        TreeTable train = SharedRankingData.read(directory.get(), "rank.train");
        TreeTable test = SharedRankingData.read(directory.get(), "rank.test");
        String text = new LightGbmTrainer().fit(train, Optional.empty(), TRAIN_CONF);
        TreeEnsemble ensemble = TreeEnsemble.parse(text);
        double[] scores = new double[test.rows()];
        ensemble.predictRaw(test.features(), test.rows(), scores);

        double ndcg = SharedRankingData.ndcg(test, scores, 10);
        double unranked = SharedRankingData.ndcg(test, new double[test.rows()], 10);
        // 0.748 on Linux x86-64; other platforms may grow slightly different trees. The file's own order gives 0.574.
        assertThat(ndcg).isBetween(0.73, 0.77);
        assertThat(unranked).isBetween(0.57, 0.58);

        TreeShap shap = TreeShap.of(ensemble);
        try (NativeModel oracle = NativeModel.of(text)) {
            assertThat(scores).isEqualTo(oracle.predictRaw(test.features(), test.rows()));
            int width = SharedRankingData.FEATURES;
            double[] some = Arrays.copyOf(test.features(), 50 * width);
            double[] expected = oracle.contributions(some, 50);
            for (int r = 0; r < 50; r++) {
                assertThat(shap.contributions(Arrays.copyOfRange(some, r * width, (r + 1) * width)))
                        .containsExactly(
                                Arrays.copyOfRange(expected, r * (width + 1), (r + 1) * (width + 1)), within(1e-9));
            }
        }
    }
}
