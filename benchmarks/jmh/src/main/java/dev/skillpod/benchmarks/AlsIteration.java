package dev.skillpod.benchmarks;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** One iteration of ALS, both sides, k = 64, one thread, on random pairs of 5,000 learners and 2,000 items. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class AlsIteration {
    /** Entries per learner: short rows are solved by systems of their own length, long ones by 64 x 64 systems. */
    @Param({"11", "160"})
    public int entries;

    private Interactions data = random(1);

    @Setup
    public void prepare() {
        data = random(entries);
    }

    private static Interactions random(int entries) {
        var random = new Random(1);
        SparseMatrix.Builder pairs = SparseMatrix.builder(5000, 2000);
        for (int user = 0; user < 5000; user++) {
            for (int i = 0; i < entries; i++) {
                pairs.add(user, random.nextInt(2000), 1);
            }
        }
        return new Interactions(pairs.build(), Instant.EPOCH, Instant.EPOCH, "synthetic");
    }

    @Benchmark
    public AlsModel fit() {
        return new AlsTrainer(AlsConfig.defaults().withIterations(1)).fit(data, TrainingRun.of(1, 1));
    }
}
