package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TopKTest {
    @Test
    void keepsTheSameAsASortWithManyTiesInAnyOrder() {
        var random = new Random(4);
        for (int round = 0; round < 200; round++) {
            var all = new ArrayList<Hit>();
            for (int i = 0; i < 60; i++) {
                all.add(new Hit(i, random.nextInt(8)));
            }
            int k = 1 + random.nextInt(70);
            List<Hit> expected = all.stream()
                    .sorted(Comparator.comparing(Hit::score).reversed().thenComparing(Hit::index))
                    .limit(k)
                    .toList();
            Collections.shuffle(all, random);
            var top = new TopK(k);
            all.forEach(hit -> top.offer(hit.index(), hit.score()));
            assertThat(top.hits()).isEqualTo(expected);
        }
    }

    @Test
    void goesOnAfterALook() {
        var top = new TopK(3);
        for (int i = 0; i < 5; i++) {
            top.offer(i, i);
        }
        assertThat(top.indices()).containsExactly(4, 3, 2);
        assertThat(top.threshold()).isEqualTo(2);
        top.offer(9, 3.5f);
        top.offer(10, 1f);
        assertThat(top.indices()).containsExactly(4, 9, 3);
        assertThat(top.scores()).containsExactly(4, 3.5f, 3);
        top.clear();
        assertThat(top.hits()).isEmpty();
        assertThat(top.threshold()).isEqualTo(Float.NEGATIVE_INFINITY);
    }

    @Test
    void dropsNaN() {
        var top = new TopK(2);
        assertThat(top.offer(0, Float.NaN)).isFalse();
        assertThat(top.offer(1, Float.NEGATIVE_INFINITY)).isTrue();
        assertThat(top.indices()).containsExactly(1);
        assertThatThrownBy(() -> new TopK(0)).hasMessage("capacity must be at least 1, was 0");
    }
}
