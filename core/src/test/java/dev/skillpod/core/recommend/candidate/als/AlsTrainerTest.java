package dev.skillpod.core.recommend.candidate.als;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.ScalarFloatKernels;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AlsTrainerTest {
    // No multiple of a panel, so that padding is at work too.
    private static final AlsConfig SMALL = new AlsConfig(10, 3, 0.01, 1, 0.2, 0.1);

    @Test
    void matchesTheDenseTwin() {
        SparseMatrix matrix = TrainingSets.random(60, 40, 500);
        double[][] expected = new DenseAls(SMALL, matrix).fitItems(TrainingRun.of(7, 1));
        for (FloatKernels kernels : List.of(FloatKernels.best(), new ScalarFloatKernels())) {
            AlsModel model = new AlsTrainer(SMALL, TrainingSets.CLOCK, kernels)
                    .fit(TrainingSets.of(matrix), TrainingRun.of(7, 2));
            for (int item = 0; item < 40; item++) {
                for (int factor = 0; factor < 10; factor++) {
                    assertThat((double) model.itemVector(item)[factor])
                            .as("item %d factor %d, %s", item, factor, kernels.name())
                            .isCloseTo(expected[item][factor], within(1e-3));
                }
            }
        }
    }

    // Enough short rows beside long ones that turning the vectors pays, on both sides: learners of 1 to about 30 items,
    // and
    // 37 factors, which no panel divides. Rotations leave dot products as they are, and nothing else is to be compared.
    @Test
    void shortRowsMatchTheDenseTwin() {
        AlsConfig config = new AlsConfig(37, 3, 0.01, 1, 0.2, 0.1);
        SparseMatrix matrix = TrainingSets.random(700, 500, 8_000);
        assertThat(Rotation.pays(matrix, 48)).isTrue();
        assertThat(Rotation.pays(matrix.transpose(), 48)).isTrue();
        double[][] expected = new DenseAls(config, matrix).fitItems(TrainingRun.of(7, 1));
        for (FloatKernels kernels : List.of(FloatKernels.best(), new ScalarFloatKernels())) {
            AlsModel model = new AlsTrainer(config, TrainingSets.CLOCK, kernels)
                    .fit(TrainingSets.of(matrix), TrainingRun.of(7, 2));
            double[][] actual = toDouble(model.itemFactors(), 37);
            for (int a = 0; a < 500; a++) {
                for (int b = 0; b <= a; b++) {
                    assertThat(dot(actual[a], actual[b]))
                            .as("items %d and %d, %s", a, b, kernels.name())
                            .isCloseTo(dot(expected[a], expected[b]), within(2e-3));
                }
            }
        }
    }

    @Test
    void foldInIsTheTrainingSolve() {
        SparseMatrix matrix = TrainingSets.random(60, 40, 500);
        AlsModel model = new AlsTrainer(SMALL).fit(TrainingSets.of(matrix), TrainingRun.of(7, 1));
        var twin = new DenseAls(SMALL, matrix);
        double[][] items = toDouble(model.itemFactors(), 10);
        for (int learner = 0; learner < 60; learner++) {
            double[] expected = twin.solve(learner, items, false);
            float[] actual = model.foldIn(matrix.rowColumns(learner), matrix.rowValues(learner));
            for (int factor = 0; factor < 10; factor++) {
                assertThat((double) actual[factor]).isCloseTo(expected[factor], within(1e-4));
            }
        }
    }

    @Test
    void objectiveNeverRises() {
        SparseMatrix matrix = TrainingSets.random(80, 50, 700);
        double previous = Double.POSITIVE_INFINITY;
        for (int iterations = 1; iterations <= 12; iterations++) {
            // The same seed gives the same start, so this walks along one training.
            AlsConfig config = SMALL.withIterations(iterations);
            AlsModel model = new AlsTrainer(config).fit(TrainingSets.of(matrix), TrainingRun.of(3, 1));
            double[][] items = toDouble(model.itemFactors(), 10);
            var learners = new double[80][];
            for (int learner = 0; learner < 80; learner++) {
                float[] vector = model.foldIn(matrix.rowColumns(learner), matrix.rowValues(learner));
                learners[learner] = toDouble(vector, 10)[0];
            }
            double objective = new DenseAls(config, matrix).objective(learners, items);
            // Single precision leaves about 1e-6 of the objective undecided.
            assertThat(objective).isLessThan(previous * (1 + 1e-6));
            previous = objective;
        }
    }

    @Test
    void recoversACheckerboard() {
        SparseMatrix matrix = TrainingSets.checkerboard(100, 60);
        // Two colours make a matrix of rank 2; more factors would also learn which 60% of the pairs were seen.
        AlsModel model =
                new AlsTrainer(AlsConfig.defaults().withFactors(2)).fit(TrainingSets.of(matrix), TrainingRun.of(1, 2));
        var scores = new float[60];
        for (int learner = 0; learner < 100; learner++) {
            model.scoreAll(model.foldIn(matrix.rowColumns(learner), matrix.rowValues(learner)), scores);
            float worstOfOwn = Float.POSITIVE_INFINITY;
            float bestOfOthers = Float.NEGATIVE_INFINITY;
            for (int item = 0; item < 60; item++) {
                if (item % 2 == learner % 2) {
                    worstOfOwn = Math.min(worstOfOwn, scores[item]);
                } else {
                    bestOfOthers = Math.max(bestOfOthers, scores[item]);
                }
            }
            // Also the items of the own colour that this learner has not seen come before all others.
            assertThat(worstOfOwn).isGreaterThan(bestOfOthers + 0.2f);
        }
    }

    @Test
    void threadsDoNotChangeABitOfTurnedVectors() {
        Interactions data = TrainingSets.of(TrainingSets.random(1500, 700, 12_000));
        assertThat(Rotation.pays(data.byLearner(), 64)).isTrue();
        var trainer = new AlsTrainer(AlsConfig.defaults().withIterations(3), TrainingSets.CLOCK);
        assertThat(trainer.fit(data, TrainingRun.of(5, 4)).toBytes())
                .isEqualTo(trainer.fit(data, TrainingRun.of(5, 1)).toBytes());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 4, 7})
    void threadsDoNotChangeABit(int threads) {
        Interactions data = TrainingSets.of(TrainingSets.random(1500, 700, 12_000));
        var trainer = new AlsTrainer(AlsConfig.defaults().withFactors(24).withIterations(3), TrainingSets.CLOCK);
        assertThat(trainer.fit(data, TrainingRun.of(5, threads)).toBytes())
                .isEqualTo(trainer.fit(data, TrainingRun.of(5, 1)).toBytes());
    }

    @Test
    void seedsGiveDifferentModels() {
        Interactions data = TrainingSets.of(TrainingSets.random(30, 20, 100));
        assertThat(new AlsTrainer(SMALL).fit(data, TrainingRun.of(1, 1)).itemFactors())
                .isNotEqualTo(
                        new AlsTrainer(SMALL).fit(data, TrainingRun.of(2, 1)).itemFactors());
    }

    @Test
    void saysWhereTheModelComesFrom() {
        var stages = new ArrayList<String>();
        Progress progress = (stage, done, total) -> stages.add(stage + " " + done + "/" + total);
        AlsModel model = new AlsTrainer(SMALL, TrainingSets.CLOCK)
                .fit(
                        TrainingSets.of(TrainingSets.random(30, 20, 100)),
                        new TrainingRun(9, 1, Instant.parse("2026-01-01T00:00:00Z"), progress));
        assertThat(model.provenance().algorithm()).isEqualTo("als");
        assertThat(model.provenance().seed()).isEqualTo(9);
        assertThat(model.provenance().trainedAt()).isEqualTo(TrainingSets.CLOCK.instant());
        assertThat(model.provenance().parameters()).containsEntry("factors", "10");
        assertThat(model.provenance().rowCounts()).containsEntry("learners", 30L);
        assertThat(stages).containsExactly("als 0/3", "als 1/3", "als 2/3", "als 3/3");
    }

    @Test
    void refusesDataItMustNotSeeAndWeightsItCannotUse() {
        SparseMatrix matrix = TrainingSets.random(30, 20, 100);
        assertThatThrownBy(() -> new AlsTrainer(SMALL)
                        .fit(
                                TrainingSets.of(matrix),
                                new TrainingRun(1, 1, Instant.parse("2025-01-01T00:00:00Z"), Progress.SILENT)))
                .hasMessage(
                        "data until 2026-01-01T00:00:00Z must not reach beyond the run's asOf 2025-01-01T00:00:00Z");
        assertThatThrownBy(() -> new AlsTrainer(SMALL)
                        .fit(TrainingSets.of(SparseMatrix.builder(0, 3).build()), TrainingRun.of(1, 1)))
                .hasMessage("there must be at least one learner and one item, were 0 and 3");
        assertThatThrownBy(() ->
                        TrainingSets.of(SparseMatrix.builder(1, 1).add(0, 0, -1).build()))
                .hasMessage("confidence weights must be greater than 0, was -1.0 for item 0");
        SparseMatrix huge =
                SparseMatrix.builder(1, 1).add(0, 0, Float.MAX_VALUE).build();
        assertThatThrownBy(() -> new AlsTrainer(SMALL.withIterations(30).withRegularization(1e-30, 0))
                        .fit(TrainingSets.of(huge), TrainingRun.of(1, 2)))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("weights are too large");
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[][] toDouble(float[] flat, int width) {
        var rows = new double[flat.length / width][width];
        for (int i = 0; i < flat.length; i++) {
            rows[i / width][i % width] = flat[i];
        }
        return rows;
    }
}
