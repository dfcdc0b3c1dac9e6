package dev.skillpod.core.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A model of two trees written by hand, with one split of each kind, and answers found by walking it on paper.
 *
 * <pre>
 * tree 0: age &lt;= 2.5 (NaN is 0) ? (size &lt;= 1e-35, zero is missing and goes right ? 0.25 : 1)
 *                               : (age &lt;= 7, NaN goes right ? -0.5 : 2)
 * tree 1: colour in {3, 5, 33}  ? 0.125
 *                               : (size &lt;= -1.5, NaN goes left ? -0.0625 : 0.03125)
 * </pre>
 */
class GoldenModelTest {
    @ParameterizedTest
    @CsvSource({
        "1,    -1,    3,   0.375", // 0.25 + 0.125
        "2.5,   0,    4,   1.03125", // 1 + 0.03125: a threshold belongs to the left, a zero size is missing
        "2.5,   1e-36,4,   1.03125", // as zero
        "5,    -2,   33,  -0.375", // -0.5 + 0.125
        "7,    -2,    1,  -0.5625", // -0.5 - 0.0625
        "7.5,  -2,   NaN,  1.9375", // 2 - 0.0625: a missing category is in no set
        "NaN,  NaN,  -1,   0.9375", // 1 - 0.0625
        "2,     3,    5.9, 1.125", // 1 + 0.125: categories are cut to integers
        "Infinity, -Infinity, 1e10, 1.9375", // 2 - 0.0625
    })
    void predictsWhatWasComputedByHand(double age, double size, double colour, double raw) throws IOException {
        TreeEnsemble ensemble = TreeEnsemble.parse(MalformedModelTest.golden());
        double[] row = {age, size, colour};
        assertThat(ensemble.predictRaw(row)).isEqualTo(raw);
        assertThat(ensemble.predict(row)).isEqualTo(1 / (1 + Math.exp(-raw)));
    }

    @Test
    void knowsNamesAndExpectedValue() throws IOException {
        TreeEnsemble ensemble = TreeEnsemble.parse(MalformedModelTest.golden());
        assertThat(ensemble.featureNames()).containsExactly("age", "size", "colour");
        // (10 * 0.25 - 4 * 0.5 + 20 * 1 + 6 * 2) / 40 + (15 * 0.125 - 5 * 0.0625 + 20 * 0.03125) / 40
        assertThat(ensemble.expectedValue()).isCloseTo(0.8671875, within(1e-15));
    }

    /**
     * Row (1, -1, 3). Tree 0 gives 0.25 when all is known; age alone (10 * 0.25 + 20 * 1) / 30 = 0.75; size alone (30 *
     * 0.25 + 4 * -0.5 + 6 * 2) / 40 = 0.4375; nothing 0.8125. So age earns ((0.75 - 0.8125) + (0.25 - 0.4375)) / 2 =
     * -0.125 and size ((0.4375 - 0.8125) + (0.25 - 0.75)) / 2 = -0.4375. Tree 1: colour alone 0.125; size alone (15 *
     * 0.125 + 25 * 0.03125) / 40 = 0.06640625; both 0.125; nothing 0.0546875.
     */
    @Test
    void explainsWhatWasComputedByHand() throws IOException {
        double[] contributions =
                TreeShap.of(TreeEnsemble.parse(MalformedModelTest.golden())).contributions(new double[] {1, -1, 3});
        double size = ((0.06640625 - 0.0546875) + (0.125 - 0.125)) / 2;
        double colour = ((0.125 - 0.0546875) + (0.125 - 0.06640625)) / 2;
        assertThat(contributions)
                .containsExactly(new double[] {-0.125, -0.4375 + size, colour, 0.8671875}, within(1e-15));
    }
}
