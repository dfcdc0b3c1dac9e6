package dev.skillpod.core.trend.pooled;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import dev.skillpod.core.trend.TimeSeries;
import dev.skillpod.core.trend.seasonal.Decomposition;
import dev.skillpod.core.trend.seasonal.SeasonalityTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Boosted trees for all series: each step ahead is learnt from the scaled lags and from the level, slope and roughness of the window, by
 * absolute errors. Seasons are taken out first, so that trees need not learn them. Immutable and thread-safe.
 */
public final class PooledTrees implements PooledForecaster {
    private static final int MOST_PAIRS = 12_000;
    private static final int FEWEST_PAIRS = 1_000;

    private final TreeTrainer trainer;
    private final TreeConfig config;

    /** Makes the method with its default trees. */
    public PooledTrees(TreeTrainer trainer) {
        this(trainer, TreeConfig.defaults(new TreeObjective.Quantile(0.5)).with(c -> {
            c.numTrees = 100;
            c.numLeaves = 15;
            c.learningRate = 0.07;
            c.minDataInLeaf = 40;
            c.featureFraction = 0.5;
            c.baggingFraction = 0.7;
            c.baggingFrequency = 1;
            c.maxBin = 63;
        }));
    }

    /** Makes the method with trees of one's own; their objective should be a median. */
    public PooledTrees(TreeTrainer trainer, TreeConfig config) {
        this.trainer = trainer;
        this.config = config;
    }

    @Override
    public String name() {
        return "pooled-trees";
    }

    @Override
    public Optional<PooledFit> fit(List<TimeSeries> batch, int horizon, TrainingRun run) {
        List<TimeSeries> adjusted =
                batch.stream().map(series -> Adjusted.of(series).series()).toList();
        return Windows.of(adjusted, horizon, Scaling.LEVEL, MOST_PAIRS)
                .filter(windows -> windows.pasts().length >= FEWEST_PAIRS)
                .map(windows -> fit(windows, run));
    }

    private PooledFit fit(Windows windows, TrainingRun run) {
        int rows = windows.pasts().length;
        var window = new Shape(windows.lags());
        double[] features = new double[rows * window.width()];
        for (int row = 0; row < rows; row++) {
            window.describe(windows.pasts()[row], features, row * window.width());
        }
        var models = new ArrayList<TreeEnsemble>();
        for (int step = 0; step < windows.steps(); step++) {
            float[] labels = new float[rows];
            for (int row = 0; row < rows; row++) {
                labels[row] = (float) windows.futures()[row][step];
            }
            long seed = run.seed() + step;
            String text = trainer.fit(
                    TreeTable.of(window.names(), features, labels), Optional.empty(), config.with(c -> c.seed = seed));
            models.add(TreeEnsemble.parse(text));
        }
        return new Fit(window, models);
    }

    /** A series without its seasons, and the seasons when it has some. */
    private record Adjusted(TimeSeries series, Optional<Decomposition> seasons) {
        static Adjusted of(TimeSeries series) {
            if (!SeasonalityTest.isSeasonal(series)) {
                return new Adjusted(series, Optional.empty());
            }
            Decomposition seasons = Decomposition.of(series);
            return new Adjusted(series.with(seasons.adjust(series).values()), Optional.of(seasons));
        }
    }

    private record Fit(Shape window, List<TreeEnsemble> models) implements PooledFit {
        @Override
        public double[] mean(TimeSeries series, int horizon) {
            Adjusted adjusted = Adjusted.of(series);
            double[] mean = Windows.forecast(adjusted.series(), horizon, window.lags(), Scaling.LEVEL, past -> {
                double[] features = new double[window.width()];
                window.describe(past, features, 0);
                return models.stream()
                        .mapToDouble(model -> model.predict(features))
                        .toArray();
            });
            adjusted.seasons().ifPresent(seasons -> seasons.season(mean));
            return mean;
        }
    }
}
