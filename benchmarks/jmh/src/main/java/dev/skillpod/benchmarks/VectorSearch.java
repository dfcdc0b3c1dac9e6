package dev.skillpod.benchmarks;

import dev.skillpod.core.math.Hit;
import dev.skillpod.core.math.VectorIndex;
import java.util.ArrayList;
import java.util.List;
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

/** The ten nearest of many vectors of 384 floats, exactly. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VectorSearch {
    private static final int DIMENSION = 384;

    @Param({"10000", "100000"})
    public int size;

    private VectorIndex index = VectorIndex.of(DIMENSION, List.of());
    private float[] query = {};

    @Setup
    public void prepare() {
        var random = new Random(1);
        var vectors = new ArrayList<float[]>();
        for (int i = 0; i < size; i++) {
            vectors.add(vector(random));
        }
        index = VectorIndex.of(DIMENSION, vectors);
        query = vector(random);
    }

    private static float[] vector(Random random) {
        var vector = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            vector[i] = (float) (random.nextGaussian() / Math.sqrt(DIMENSION));
        }
        return vector;
    }

    @Benchmark
    public List<Hit> top() {
        return index.top(query, 10);
    }
}
