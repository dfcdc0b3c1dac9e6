package dev.skillpod.benchmarks;

import com.microsoft.ml.lightgbm.PredictionType;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeShap;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.lightgbm.LightGbmTrainer;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Optional;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.TearDown;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** 200 trees over 200 rows of 40 features: our evaluator beside the native one, and the contributions of 10 rows. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class Trees {
    private static final int FEATURES = 40;
    private static final int ROWS = 200;
    private static final int EXPLAINED = 10;

    private TreeEnsemble ensemble;
    private TreeShap shap;
    private LGBMBooster booster;
    private double[] rows;
    private double[] scores;

    /** Trains the trees on 5,000 random rows. */
    public Trees() {
        var random = new Random(1);
        double[] features = random.doubles(5000L * FEATURES).toArray();
        var labels = new float[5000];
        for (int row = 0; row < labels.length; row++) {
            labels[row] = (float) (features[row * FEATURES] * features[row * FEATURES + 1] + random.nextGaussian());
        }
        var table = TreeTable.of(
                IntStream.range(0, FEATURES).mapToObj(i -> "f" + i).toList(), features, labels);
        String model = new LightGbmTrainer()
                .fit(table, Optional.empty(), TreeConfig.defaults(new TreeObjective.Regression()));
        ensemble = TreeEnsemble.parse(model);
        shap = TreeShap.of(ensemble);
        try {
            booster = LGBMBooster.loadModelFromString(model);
        } catch (LGBMException e) {
            throw new IllegalStateException(e);
        }
        rows = random.doubles((long) ROWS * FEATURES).toArray();
        scores = new double[ROWS];
    }

    @TearDown
    public void close() throws LGBMException {
        booster.close();
    }

    @Benchmark
    public double[] predict() {
        ensemble.predictRaw(rows, ROWS, scores);
        return scores;
    }

    @Benchmark
    public double[] predictNative() throws LGBMException {
        return booster.predictForMat(
                rows, ROWS, FEATURES, true, PredictionType.C_API_PREDICT_RAW_SCORE, "num_threads=1");
    }

    /** The contributions of all features to each of ten rows. */
    @Benchmark
    public double explainTen() {
        double sum = 0;
        for (int row = 0; row < EXPLAINED; row++) {
            sum += shap.contributions(java.util.Arrays.copyOfRange(rows, row * FEATURES, (row + 1) * FEATURES))[0];
        }
        return sum;
    }
}
