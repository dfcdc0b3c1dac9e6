package dev.skillpod.core.recommend.candidate.ease;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.Logs;
import org.junit.jupiter.api.Test;

class EaseTrainerTest {
    private static final InteractionLog LOG = Logs.checkerboard(80, 40, true);

    @Test
    void agreesWithRidgeRegressionOfEachItemOnAllOthers() {
        double lambda = 7;
        EaseModel model = new EaseTrainer(new EaseConfig(lambda, 0)).fit(LOG, TrainingRun.of(1, 2));
        for (int item : new int[] {0, 7, 39}) {
            double[] twin = regression(LOG, item, lambda);
            for (int other = 0; other < LOG.items(); other++) {
                assertThat((double) model.weight(other, item)).isCloseTo(twin[other], within(2e-5));
            }
        }
    }

    @Test
    void theSameOnAnyNumberOfThreads() {
        var one = new float[40];
        var three = new float[40];
        var trainer = new EaseTrainer(new EaseConfig(10, 0.5));
        trainer.fit(LOG, TrainingRun.of(1, 1)).scoreAll(LOG.history(0), one);
        trainer.fit(LOG, TrainingRun.of(1, 3)).scoreAll(LOG.history(0), three);
        assertThat(three).isEqualTo(one);
    }

    @Test
    void recencyLetsTheLastItemCountMost() {
        EaseModel model = new EaseTrainer(new EaseConfig(10, 0)).fit(LOG, TrainingRun.of(1, 1));
        var scores = new float[40];
        model.withRecency(10).scoreAll(new int[] {1, 2}, scores);
        assertThat(scores[4]).isCloseTo(model.weight(2, 4) + model.weight(1, 4) / 1024, within(1e-6f));
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> new EaseConfig(0, 0)).hasMessage("regularization must be in (0, 1000000], was 0.0");
        assertThatThrownBy(() -> new EaseConfig(1, 11)).hasMessage("recency must be in [0, 10], was 11.0");
    }

    /** Solves the definition directly, without the inverse that makes all columns one: minimises over b with b[item] = 0. */
    private static double[] regression(InteractionLog log, int item, double lambda) {
        int n = log.items();
        var system = new double[n][n + 1];
        for (int user = 0; user < log.users(); user++) {
            int[] history = log.history(user);
            for (int a : history) {
                for (int b : history) {
                    system[a][b == item ? n : b] += a == item ? 0 : 1;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            system[i][i] = i == item ? 1 : system[i][i] + lambda;
        }
        for (int pivot = 0; pivot < n; pivot++) {
            for (int row = 0; row < n; row++) {
                double factor = row == pivot ? 0 : system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; factor != 0 && column <= n; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        var solution = new double[n];
        for (int i = 0; i < n; i++) {
            solution[i] = system[i][n] / system[i][i];
        }
        return solution;
    }
}
