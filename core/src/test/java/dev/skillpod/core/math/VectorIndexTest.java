package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class VectorIndexTest {
    private static final FloatKernels KERNELS = FloatKernels.best();

    @Test
    void findsWhatBruteForceFinds() {
        // Random directions are the hard case: their products are close together, so the bounds must be right.
        List<float[]> vectors = unitVectors(11, 3000, 384);
        VectorIndex index = VectorIndex.of(384, vectors);
        for (float[] query : unitVectors(12, 20, 384)) {
            assertThat(index.top(query, 10)).isEqualTo(bruteForce(vectors, query, 10, row -> true));
        }
    }

    @Test
    void findsNearDuplicatesInOrder() {
        // Thousands of rows that differ from one another by less than a rounding step of the bytes.
        float[] centre = unitVectors(1, 1, 64).getFirst();
        var random = new Random(2);
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < 2000; i++) {
            float[] copy = centre.clone();
            for (int j = 0; j < copy.length; j++) {
                copy[j] += (float) random.nextGaussian() * 1e-4f;
            }
            vectors.add(copy);
        }
        assertThat(VectorIndex.of(64, vectors).top(centre, 25)).isEqualTo(bruteForce(vectors, centre, 25, row -> true));
    }

    @Test
    void twinsAgreeOnTheRows() {
        List<float[]> vectors = unitVectors(5, 500, 100);
        float[] query = unitVectors(6, 1, 100).getFirst();
        VectorIndex scalar = VectorIndex.of(100, vectors, new ScalarFloatKernels());
        assertThat(scalar.top(query, 20).stream().map(Hit::index))
                .isEqualTo(VectorIndex.of(100, vectors).top(query, 20).stream()
                        .map(Hit::index)
                        .toList());
    }

    @Test
    void filtersBeforeItCounts() {
        List<float[]> vectors = unitVectors(3, 300, 32);
        float[] query = vectors.get(7);
        VectorIndex index = VectorIndex.of(32, vectors);
        assertThat(index.top(query, 1).getFirst().index()).isEqualTo(7);
        assertThat(index.top(query, 10, row -> row % 3 == 0))
                .isEqualTo(bruteForce(vectors, query, 10, row -> row % 3 == 0));
        assertThat(index.top(query, 10, row -> row == 5)).extracting(Hit::index).containsExactly(5);
        assertThat(index.top(query, 10, row -> false)).isEmpty();
    }

    @Test
    void equalRowsComeByIndexAndZerosAreLegal() {
        var vectors = List.of(new float[] {0, 0}, new float[] {1, 0}, new float[] {1, 0}, new float[] {-1, 0});
        VectorIndex index = VectorIndex.of(2, vectors);
        assertThat(index.top(new float[] {1, 0}, 9)).extracting(Hit::index).containsExactly(1, 2, 0, 3);
        assertThat(index.top(new float[] {0, 0}, 2)).extracting(Hit::index).containsExactly(0, 1);
    }

    @Test
    void emptyIndexAndBadInput() {
        VectorIndex empty = VectorIndex.of(2, List.of());
        assertThat(empty.top(new float[] {1, 0}, 3)).isEmpty();
        assertThatThrownBy(() -> empty.top(new float[] {1}, 3)).hasMessage("query must have 2 components, had 1");
        assertThatThrownBy(() -> empty.top(new float[] {1, Float.NaN}, 3))
                .hasMessage("query[1] must be finite, was NaN");
        assertThatThrownBy(() -> empty.top(new float[2], 0)).hasMessage("k must be at least 1, was 0");
        assertThatThrownBy(() -> VectorIndex.of(2, List.of(new float[3])))
                .hasMessage("vectors[0] must have 2 components, had 3");
        assertThatThrownBy(() -> VectorIndex.of(0, List.of())).hasMessage("dimension must be in [1, 65536], was 0");
    }

    private static List<Hit> bruteForce(List<float[]> vectors, float[] query, int k, IntPredicate filter) {
        var top = new TopK(k);
        for (int row = 0; row < vectors.size(); row++) {
            if (filter.test(row)) {
                top.offer(row, KERNELS.dot(vectors.get(row), 0, query, 0, query.length));
            }
        }
        return top.hits();
    }

    private static List<float[]> unitVectors(long seed, int count, int dimension) {
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < count; i++) {
            float[] vector = FloatKernelsTest.gaussians(seed * 100_000 + i, dimension);
            float norm = (float) Math.sqrt(KERNELS.dot(vector, 0, vector, 0, dimension));
            KERNELS.scale(1 / norm, vector, 0, dimension);
            vectors.add(vector);
        }
        return vectors;
    }
}
