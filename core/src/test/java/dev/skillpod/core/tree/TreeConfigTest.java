package dev.skillpod.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class TreeConfigTest {
    @Test
    void defaultsRankAndStayAsTheyAreUnderEdits() {
        TreeConfig defaults = TreeConfig.defaults();
        TreeConfig edited = defaults.with(c -> {
            c.numTrees = 50;
            c.objective = new TreeObjective.Binary();
        });
        assertThat(defaults.objective()).isEqualTo(TreeObjective.LambdaRank.defaults());
        assertThat(defaults.numTrees()).isEqualTo(200);
        assertThat(edited.numTrees()).isEqualTo(50);
        assertThat(edited.with(c -> {
                    c.numTrees = 200;
                    c.objective = defaults.objective();
                }))
                .isEqualTo(defaults);
    }

    @Test
    void messagesGiveNameRangeAndValue() {
        refused(() -> TreeConfig.defaults().with(c -> c.numTrees = 0), "numTrees must be in [1, 100000], was 0");
        refused(() -> TreeConfig.defaults().with(c -> c.numLeaves = 1), "numLeaves must be in [2, 131072], was 1");
        refused(() -> TreeConfig.defaults().with(c -> c.maxDepth = 0), "maxDepth must be in [1, 1000], was 0");
        refused(
                () -> TreeConfig.defaults().with(c -> c.learningRate = Double.NaN),
                "learningRate must be in [1.0E-6, 1], was NaN");
        refused(
                () -> TreeConfig.defaults().with(c -> c.baggingFraction = 1.5),
                "baggingFraction must be in [0.001, 1], was 1.5");
        refused(
                () -> TreeConfig.defaults().with(c -> c.monotoneConstraints = List.of(0, 2)),
                "monotoneConstraints must be in [-1, 1], was 2");
        refused(() -> TreeConfig.defaults().with(c -> c.threads = 0), "threads must be in [1, 256], was 0");
        refused(() -> new TreeObjective.Quantile(1), "alpha must be in [0.001, 0.999], was 1");
        refused(
                () -> new TreeObjective.LambdaRank(List.of(0.0, 1.0), 0, 10),
                "truncationLevel must be in [1, 1000], was 0");
        refused(() -> new TreeObjective.LambdaRank(List.of(0.0), 30, 10), "labelGain.size() must be in [2, 32], was 1");
    }

    private static void refused(Runnable making, String message) {
        assertThatIllegalArgumentException().isThrownBy(making::run).withMessage(message);
    }
}
