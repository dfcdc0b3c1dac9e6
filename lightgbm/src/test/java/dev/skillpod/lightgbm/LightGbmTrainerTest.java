package dev.skillpod.lightgbm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LightGbmTrainerTest {
    private static final TreeConfig REGRESSION = TreeConfig.defaults(new TreeObjective.Regression())
            .with(c -> {
                c.numTrees = 40;
                c.baggingFraction = 0.7;
                c.baggingFrequency = 1;
                c.featureFraction = 0.6;
            });

    private final LightGbmTrainer trainer = new LightGbmTrainer();
    private final TreeTable table = RandomTables.regression(11, 1500);

    @Test
    void theSameDataAndSeedGiveTheSameText() {
        String text = trainer.fit(table, Optional.empty(), REGRESSION);
        assertThat(trainer.fit(RandomTables.regression(11, 1500), Optional.empty(), REGRESSION))
                .isEqualTo(text);
        assertThat(trainer.fit(table, Optional.empty(), REGRESSION.with(c -> c.seed = 1)))
                .isNotEqualTo(text);
    }

    @Test
    void theNumberOfThreadsDoesNotChangeTheTrees() {
        String one = trainer.fit(table, Optional.empty(), REGRESSION);
        String two = trainer.fit(table, Optional.empty(), REGRESSION.with(c -> c.threads = 2));
        assertThat(treesOf(two)).isEqualTo(treesOf(one));
    }

    private static String treesOf(String text) {
        return text.substring(0, text.indexOf("end of trees"));
    }

    @Test
    void namesAndBasicFitSurviveTheWayThroughText() {
        TreeEnsemble ensemble = TreeEnsemble.parse(trainer.fit(table, Optional.empty(), REGRESSION));
        assertThat(ensemble.featureNames()).isEqualTo(RandomTables.NAMES);
        assertThat(ensemble.treeCount()).isEqualTo(40);
        TreeTable fresh = RandomTables.regression(12, 1000);
        // The labels' variance is about 1.7 and the noise's 0.09; 40 small trees explain most of the difference.
        assertThat(squaredError(ensemble, fresh)).isLessThan(0.5 * variance(fresh));
    }

    @Test
    void namesNeedNotBeAscii() {
        List<String> names = List.of("größe", "技能", "a=b");
        TreeTable three = TreeTable.of(names, Arrays.copyOf(table.features(), 900), Arrays.copyOf(table.labels(), 300));
        assertThat(TreeEnsemble.parse(trainer.fit(three, Optional.empty(), REGRESSION))
                        .featureNames())
                .isEqualTo(names);
    }

    @Test
    void earlyStoppingKeepsTheBestRound() {
        SplittableRandom random = new SplittableRandom(3);
        // Half of the labels are noise without any signal, so that boosting overfits soon.
        TreeTable train = noisy(random, 400);
        TreeTable held = noisy(random, 400);
        TreeConfig patient = REGRESSION.with(c -> {
            c.numTrees = 500;
            c.learningRate = 0.3;
        });
        TreeEnsemble all = TreeEnsemble.parse(trainer.fit(train, Optional.of(held), patient));
        TreeEnsemble stopped = TreeEnsemble.parse(
                trainer.fit(train, Optional.of(held), patient.with(c -> c.earlyStoppingRounds = 20)));
        assertThat(all.treeCount()).isEqualTo(500);
        assertThat(stopped.treeCount()).isLessThan(100);
        assertThat(squaredError(stopped, held)).isLessThan(squaredError(all, held));
        TreeEnsemble shorter = TreeEnsemble.parse(
                trainer.fit(train, Optional.empty(), patient.with(c -> c.numTrees = stopped.treeCount() - 1)));
        TreeEnsemble longer = TreeEnsemble.parse(
                trainer.fit(train, Optional.empty(), patient.with(c -> c.numTrees = stopped.treeCount() + 1)));
        assertThat(squaredError(stopped, held))
                .isLessThan(squaredError(shorter, held))
                .isLessThanOrEqualTo(squaredError(longer, held));
    }

    private static TreeTable noisy(SplittableRandom random, int count) {
        double[] rows = RandomTables.rows(random, count);
        double[] signal = RandomTables.signal(rows, random);
        float[] labels = new float[count];
        for (int r = 0; r < count; r++) {
            labels[r] = (float) (signal[r] + 2 * random.nextGaussian());
        }
        return TreeTable.of(RandomTables.NAMES, rows, labels);
    }

    @Test
    void everyObjectiveStopsEarly() {
        TreeConfig stopping = REGRESSION.with(c -> c.earlyStoppingRounds = 3);
        for (TreeObjective objective : List.of(new TreeObjective.Quantile(0.2), new TreeObjective.Regression())) {
            fitWithValidation(table, RandomTables.regression(13, 500), stopping.with(c -> c.objective = objective));
        }
        fitWithValidation(
                RandomTables.binary(1, 600),
                RandomTables.binary(2, 300),
                stopping.with(c -> c.objective = new TreeObjective.Binary()));
        fitWithValidation(
                RandomTables.ranking(1, 60),
                RandomTables.ranking(2, 30),
                stopping.with(c -> c.objective = TreeObjective.LambdaRank.defaults()));
    }

    private void fitWithValidation(TreeTable train, TreeTable validation, TreeConfig config) {
        TreeEnsemble ensemble = TreeEnsemble.parse(trainer.fit(train, Optional.of(validation), config));
        assertThat(ensemble.treeCount()).isBetween(1, config.numTrees());
    }

    @Test
    void monotoneConstraintsHold() {
        List<Integer> constraints = List.of(1, 0, 0, 0, 0, 0, 0, 0);
        TreeTable numeric = TreeTable.of(RandomTables.NAMES, table.features(), table.labels());
        TreeEnsemble ensemble = TreeEnsemble.parse(
                trainer.fit(numeric, Optional.empty(), REGRESSION.with(c -> c.monotoneConstraints = constraints)));
        double[] row = new double[RandomTables.WIDTH];
        double previous = Double.NEGATIVE_INFINITY;
        for (double x = -3; x <= 3; x += 0.05) {
            row[0] = x;
            assertThat(ensemble.predictRaw(row)).isGreaterThanOrEqualTo(previous);
            previous = ensemble.predictRaw(row);
        }
    }

    @Test
    void rowsOfWeightZeroDoNotMoveTheModel() {
        float[] labels = table.labels().clone();
        float[] weights = new float[labels.length];
        for (int r = 0; r < labels.length; r++) {
            weights[r] = r % 2;
            labels[r] = r % 2 == 0 ? 1000 : labels[r];
        }
        TreeEnsemble ensemble = TreeEnsemble.parse(trainer.fit(
                TreeTable.of(RandomTables.NAMES, table.features(), labels).withWeights(weights),
                Optional.empty(),
                REGRESSION));
        assertThat(squaredError(ensemble, table)).isLessThan(variance(table));
    }

    @Test
    void refusesWhatDoesNotFitTogether() {
        TreeConfig ranking = TreeConfig.defaults();
        refused(table, Optional.empty(), ranking, "LambdaRank needs groups, but the training table has none");
        refused(
                RandomTables.ranking(1, 10),
                Optional.of(RandomTables.ranking(2, 10)),
                ranking.with(c -> c.objective = new TreeObjective.LambdaRank(List.of(0.0, 1.0), 30, 10)),
                "labels of the training table must be integers in [0, 1], was");
        refused(
                table,
                Optional.empty(),
                REGRESSION.with(c -> c.objective = new TreeObjective.Binary()),
                "labels of the training table must be integers in [0, 1], was");
        refused(
                RandomTables.ranking(1, 10),
                Optional.empty(),
                REGRESSION,
                "the training table has groups, which only LambdaRank can use");
        refused(
                table,
                Optional.empty(),
                REGRESSION.with(c -> c.earlyStoppingRounds = 5),
                "earlyStoppingRounds 5 needs a validation table, but there is none");
        refused(
                table,
                Optional.of(TreeTable.of(List.of("other"), new double[2], new float[2])),
                REGRESSION,
                "the validation table must have the training table's features");
        refused(
                table,
                Optional.empty(),
                REGRESSION.with(c -> c.monotoneConstraints = List.of(1)),
                "monotoneConstraints must be empty or hold 8 values, one per feature, held 1");
    }

    private void refused(TreeTable train, Optional<TreeTable> validation, TreeConfig config, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> trainer.fit(train, validation, config))
                .withMessageStartingWith(message);
    }

    private static double squaredError(TreeEnsemble ensemble, TreeTable table) {
        double[] scores = new double[table.rows()];
        ensemble.predictRaw(table.features(), table.rows(), scores);
        double sum = 0;
        for (int r = 0; r < scores.length; r++) {
            sum += Math.pow(scores[r] - table.labels()[r], 2);
        }
        return sum / scores.length;
    }

    private static double variance(TreeTable table) {
        double[] labels = new double[table.rows()];
        Arrays.setAll(labels, r -> table.labels()[r]);
        double mean = Arrays.stream(labels).average().orElseThrow();
        return Arrays.stream(labels).map(y -> (y - mean) * (y - mean)).average().orElseThrow();
    }
}
