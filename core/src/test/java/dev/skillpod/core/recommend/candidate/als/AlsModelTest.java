package dev.skillpod.core.recommend.candidate.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class AlsModelTest {
    private static final AlsModel MODEL = new AlsTrainer(
                    AlsConfig.defaults().withFactors(12).withIterations(3), TrainingSets.CLOCK)
            .fit(TrainingSets.of(TrainingSets.random(50, 30, 300)), TrainingRun.of(1, 1));

    @Test
    void scoresAgreeOneByOneAndAllAtOnce() {
        float[] learner = MODEL.foldIn(new int[] {3, 7, 11}, new float[] {1, 2, 1});
        var all = new float[30];
        MODEL.scoreAll(learner, all);
        for (int item = 0; item < 30; item++) {
            assertThat(MODEL.score(learner, item)).isEqualTo(all[item]);
        }
    }

    @Test
    void gramIsTheProductOfTheItemFactors() {
        float[] items = MODEL.itemFactors();
        float[] gram = MODEL.gram();
        for (int a = 0; a < 12; a++) {
            for (int b = 0; b < 12; b++) {
                double expected = 0;
                for (int item = 0; item < 30; item++) {
                    expected += (double) items[item * 12 + a] * items[item * 12 + b];
                }
                assertThat((double) gram[a * 12 + b]).isCloseTo(expected, within(1e-5));
            }
        }
    }

    @Test
    void nothingSeenGivesZerosAndUnusedItemsScoreZero() {
        assertThat(MODEL.foldIn(new int[0], new float[0])).containsOnly(0f).hasSize(12);
        float[] learner = MODEL.foldIn(new int[] {1}, new float[] {1});
        assertThat(MODEL.score(learner, 29)).isZero();
    }

    @Test
    void refusesBadInput() {
        assertThatThrownBy(() -> MODEL.foldIn(new int[] {1}, new float[0]))
                .hasMessage("weights must hold 1 values, one per item, held 0");
        assertThatThrownBy(() -> MODEL.foldIn(new int[] {30}, new float[] {1}))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("item must be in [0, 30), was 30");
        assertThatThrownBy(() -> MODEL.foldIn(new int[] {1}, new float[] {Float.NaN}))
                .hasMessage("weights[0] must be greater than 0 and finite, was NaN");
        assertThatThrownBy(() -> MODEL.score(new float[3], 0)).hasMessage("learner must hold 12 values, held 3");
        assertThatThrownBy(() -> MODEL.scoreAll(new float[12], new float[3]))
                .hasMessage("out must hold 30 values, held 3");
    }

    @Test
    void comesBackFromBytesTheSame() {
        AlsModel read = AlsModel.fromBytes(MODEL.toBytes());
        assertThat(read.toBytes()).isEqualTo(MODEL.toBytes());
        assertThat(read.provenance()).isEqualTo(MODEL.provenance());
        assertThat(read.config()).isEqualTo(MODEL.config());
        assertThat(read.gram()).isEqualTo(MODEL.gram());
        int[] seen = {2, 4};
        float[] weights = {1, 1};
        assertThat(read.foldIn(seen, weights)).isEqualTo(MODEL.foldIn(seen, weights));
    }

    @Test
    void refusesEveryTruncation() {
        byte[] bytes = MODEL.toBytes();
        for (int length = 0; length < bytes.length; length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThatThrownBy(() -> AlsModel.fromBytes(cut))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a readable ALS model: ");
        }
    }

    @Test
    void refusesEveryFlippedByte() {
        byte[] bytes = MODEL.toBytes();
        for (int at = 0; at < bytes.length; at++) {
            byte[] flipped = bytes.clone();
            flipped[at] ^= 0x10;
            assertThatThrownBy(() -> AlsModel.fromBytes(flipped))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith("not a readable ALS model: ");
        }
    }

    @Test
    void staysCalmOnForgedContentWithAValidChecksum() {
        byte[] bytes = MODEL.toBytes();
        for (int at = 20; at < bytes.length - 30 * 12 * 4; at++) {
            byte[] forged = bytes.clone();
            forged[at] ^= (byte) 0x80;
            var crc = new CRC32C();
            crc.update(forged, 20, forged.length - 20);
            ByteBuffer.wrap(forged).putInt(16, (int) crc.getValue());
            try {
                // A changed number may still be a legal one; anything else must be refused as bad input.
                assertThat(AlsModel.fromBytes(forged).itemCount()).isBetween(0, 1000);
            } catch (IllegalArgumentException e) {
                assertThat(e).hasMessageMatching("(?s).+");
            }
        }
    }
}
