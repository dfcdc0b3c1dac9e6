package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.SparseMatrix;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Random;

/** Training sets with known structure, shared by the tests of this package. */
final class TrainingSets {
    static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2026-01-02T03:04:05.000000006Z"));

    private TrainingSets() {}

    static Interactions of(SparseMatrix matrix) {
        return new Interactions(matrix, Instant.EPOCH, Instant.parse("2026-01-01T00:00:00Z"), "synthetic");
    }

    /** Learners and items of the same parity go together; each pair of them is seen with a probability of 60%. */
    static SparseMatrix checkerboard(int learners, int items) {
        var random = new Random(1);
        SparseMatrix.Builder builder = SparseMatrix.builder(learners, items);
        for (int learner = 0; learner < learners; learner++) {
            for (int item = learner % 2; item < items; item += 2) {
                if (random.nextInt(10) < 6) {
                    builder.add(learner, item, 1);
                }
            }
        }
        return builder.build();
    }

    /** Random pairs with random weights; the last learner and the last item have none. */
    static SparseMatrix random(int learners, int items, int entries) {
        var random = new Random(2);
        SparseMatrix.Builder builder = SparseMatrix.builder(learners, items);
        for (int i = 0; i < entries; i++) {
            builder.add(random.nextInt(learners - 1), random.nextInt(items - 1), 0.5f + random.nextFloat());
        }
        return builder.build();
    }
}
