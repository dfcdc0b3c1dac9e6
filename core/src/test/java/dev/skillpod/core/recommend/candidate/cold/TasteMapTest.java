package dev.skillpod.core.recommend.candidate.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class TasteMapTest {
    private static final TasteMapConfig CONFIG = new TasteMapConfig(0.01, 5);

    private final CatalogIndex index = TinyWorld.index();
    private final int[] learners = new int[index.contentCount()];
    private final float[] vectors = new float[index.contentCount() * 2];

    TasteMapTest() {
        Arrays.fill(learners, 50);
        for (int c = 0; c < index.contentCount(); c++) {
            vectors[2 * c] = planted(c);
            vectors[2 * c + 1] = index.content(c).levelFrom() / 100;
        }
    }

    /** Depends on the main skill alone. */
    private float planted(int content) {
        return index.content(content).mainSkill() - 1.5f;
    }

    @Test
    void recoversAPlantedLinearStructureForContentsItHasNotSeen() {
        int unseen = 5;
        learners[unseen] = 0;
        vectors[2 * unseen] = 99;

        float[] mapped = TasteMap.fit(index, vectors, 2, learners, CONFIG, 1).vector(index, unseen);

        assertThat(mapped[0]).isCloseTo(planted(unseen), within(0.15f));
        assertThat(mapped[1]).isCloseTo(index.content(unseen).levelFrom() / 100, within(0.1f));
    }

    @Test
    void trustsAVectorByHowManyLearnersMadeIt() {
        learners[0] = 0;
        learners[1] = 5;

        TasteMap map = TasteMap.fit(index, vectors, 2, learners, CONFIG, 1);

        assertThat(map.ownShare(0)).isZero();
        assertThat(map.ownShare(1)).isEqualTo(0.5f);
        assertThat(map.ownShare(2)).isEqualTo(50 / 55f);
    }

    @Test
    void threadsAndWritingChangeNothing() {
        TasteMap map = TasteMap.fit(index, vectors, 2, learners, CONFIG, 1);

        assertThat(TasteMap.fit(index, vectors, 2, learners, CONFIG, 4).toBytes())
                .isEqualTo(map.toBytes());
        assertThat(TasteMap.fromBytes(map.toBytes()).vector(index, 3)).isEqualTo(map.vector(index, 3));
    }

    @Test
    void refusesBytesThatWereChangedOrCut() {
        byte[] bytes = TasteMap.fit(index, vectors, 2, learners, CONFIG, 1).toBytes();
        byte[] changed = bytes.clone();
        changed[bytes.length / 2] ^= 1;

        assertThatThrownBy(() -> TasteMap.fromBytes(changed)).hasMessageContaining("its checksum is wrong");
        assertThatThrownBy(() -> TasteMap.fromBytes(Arrays.copyOf(bytes, bytes.length - 3)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> TasteMap.fromBytes(new byte[4])).hasMessageContaining("cut short");
    }

    @Test
    void refusesSettingsOutOfRange() {
        assertThatThrownBy(() -> new TasteMapConfig(0, 5))
                .hasMessage("regularization must be in (0, 1000000], was 0.0");
    }
}
