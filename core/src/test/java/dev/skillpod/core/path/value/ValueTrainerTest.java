package dev.skillpod.core.path.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.PolicyConformance;
import dev.skillpod.core.path.belief.SearchConfig;
import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ValueTrainerTest extends PolicyConformance {
    private static final ValueConfig SMALL = new ValueConfig(6, 32, 16, 8, 32, 16, 0.2, 0.7, 5000, 32, 2, 3e-3);

    @Override
    protected Policy<PracticeObservation> policy() {
        return model(1).policy(ChainWorld.DYNAMICS, new SearchConfig(32, 1, 1, 3, 1));
    }

    private static PathModel model(long seed) {
        var networks = new TreeMap<Long, MultilayerPerceptron>();
        networks.put(seed, fit(seed));
        return new PathModel("test", 16, ChainWorld.prior(), networks);
    }

    private static MultilayerPerceptron fit(long seed) {
        List<PracticeObservation> starts = ChainWorld.learners(50, 1).stream()
                .map(learner -> ChainWorld.start(learner, 1))
                .toList();
        return new ValueTrainer(ChainWorld.DYNAMICS, ChainWorld.prior(), SMALL).fit(starts, TrainingRun.of(seed, 1));
    }

    @Test
    void theSameSeedGivesTheSameBytesAndAnotherOneOthers() {
        byte[] first = PathModelFormat.write(model(1));

        assertThat(PathModelFormat.write(model(1))).isEqualTo(first);
        assertThat(fit(2).parameters()).isNotEqualTo(fit(1).parameters());
    }

    @Test
    void bytesAreReadBackAndAlteredOnesRefused() {
        byte[] bytes = PathModelFormat.write(model(3));

        assertThat(PathModelFormat.write(PathModelFormat.read(bytes))).isEqualTo(bytes);
        bytes[bytes.length - 1] ^= 1;
        assertThatThrownBy(() -> PathModelFormat.read(bytes)).hasMessageContaining("altered");
        assertThatThrownBy(() -> PathModelFormat.read(new byte[3])).hasMessageContaining("SKPODPTH");
        assertThatThrownBy(() -> model(3).policy(ChainWorld.DYNAMICS, SearchConfig.defaults(), 4))
                .hasMessageContaining("seed must be one of [3], was 4");
    }
}
