package dev.skillpod.core.recommend.exploration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ExplorationPolicyTest {
    private static final int LENGTH = 10;
    private static final double[] TAIL = {0.5, 0.45, 0.4, 0.4, 0.2};
    private static final int DRAWS = 200_000;

    private final ExplorationPolicy policy = new ExplorationPolicy(new ExplorationConfig(0.3, 0.3, 5, 0.1));

    private static UUID id(int i) {
        return UUID.nameUUIDFromBytes(new byte[] {(byte) i, (byte) (i >> 8), (byte) (i >> 16)});
    }

    /*
     * What is drawn at the open places, whole, is counted; the product of its propensities is its probability. A share of
     * 200,000 draws has a standard deviation of at most sqrt(p / 200,000); five of them are granted (there are about 30
     * outcomes). That the probabilities of all outcomes met sum to nearly 1 says that none is too high.
     */
    @Test
    void whatIsDrawnIsDrawnAsOftenAsItsPropensitiesSay() {
        Map<String, Integer> counts = new HashMap<>();
        Map<String, Double> probabilities = new HashMap<>();
        for (int i = 0; i < DRAWS; i++) {
            ExplorationPolicy.Draw draw = policy.draw(id(i), LENGTH, TAIL);
            double product = 1;
            for (double propensity : draw.propensities()) {
                product *= propensity;
            }
            String outcome = draw.kept() + java.util.Arrays.toString(draw.drawn());
            counts.merge(outcome, 1, Integer::sum);
            probabilities.put(outcome, product);
        }

        counts.forEach((outcome, count) -> {
            double p = probabilities.get(outcome);
            assertThat(count / (double) DRAWS).as(outcome).isCloseTo(p, within(5 * Math.sqrt(p / DRAWS)));
        });
        assertThat(probabilities.values().stream().mapToDouble(p -> p).sum()).isCloseTo(1, within(1e-3));
        assertThat(counts).containsKey("10[]").containsKey("7[0, 1, 2]").hasSizeGreaterThan(20);
    }

    @Test
    void theOrderStaysThatOfTheScoresAndTheTopIsNeverTouched() {
        for (int i = 0; i < 2000; i++) {
            ExplorationPolicy.Draw draw = policy.draw(id(i), LENGTH, TAIL);

            assertThat(draw.kept()).isBetween(7, 10);
            assertThat(draw.drawn()).hasSize(LENGTH - draw.kept()).isSorted().doesNotHaveDuplicates();
            assertThat(draw.propensities()).hasSize(LENGTH).startsWith(1, 1, 1, 1, 1, 1, 1);
            assertThat(policy.explores(id(i), LENGTH)).isEqualTo(draw.kept() < LENGTH);
        }
    }

    @Test
    void theSameListDrawsTheSame() {
        assertThat(policy.draw(id(1), LENGTH, TAIL))
                .usingRecursiveComparison()
                .isEqualTo(policy.draw(id(1), LENGTH, TAIL));
    }

    @Test
    void nothingIsLeftToChanceWhereNothingCanBe() {
        var off = new ExplorationPolicy(ExplorationConfig.off());
        for (int i = 0; i < 200; i++) {
            assertThat(policy.draw(id(i), 3, TAIL).propensities()).containsOnly(1);
            assertThat(policy.draw(id(i), LENGTH, new double[] {0.5, 0.4}).kept())
                    .isEqualTo(LENGTH);
            assertThat(off.draw(id(i), LENGTH, TAIL).propensities()).containsOnly(1);
        }
        assertThat(ExplorationConfig.off().policy()).isEqualTo("ranked");
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> ExplorationConfig.defaults(0.6)).hasMessage("share must be in [0, 0.5], was 0.6");
        assertThatThrownBy(() -> new ExplorationConfig(0.1, 0, 5, 1))
                .hasMessage("placeShare must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> new ExplorationConfig(0.1, 1, 0, 1)).hasMessage("depth must be in [1, 1000], was 0");
        assertThatThrownBy(() -> new ExplorationConfig(0.1, 1, 5, 0))
                .hasMessage("temperature must be in (0, 10], was 0.0");
    }
}
