package dev.skillpod.benchmarks;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SymmetricInverse;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.TearDown;
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

/** The inverse that EASE takes of a catalogue of 2,000 items, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class EaseInverse {
    @Param("2000")
    public int items;

    private final ParallelLoop loop = new ParallelLoop(1);
    private float[] gram = {};
    private float[] matrix = {};

    @Setup
    public void prepare() {
        var random = new Random(1);
        int stride = SymmetricInverse.stride(items);
        gram = new float[stride * stride];
        for (int i = 0; i < items; i++) {
            for (int j = 0; j < i; j++) {
                float value = random.nextFloat();
                gram[i * stride + j] = value;
                gram[j * stride + i] = value;
            }
            gram[i * stride + i] = items;
        }
        matrix = new float[gram.length];
    }

    @TearDown(Level.Trial)
    public void close() {
        loop.close();
    }

    @Benchmark
    public float[] invert() {
        System.arraycopy(gram, 0, matrix, 0, gram.length);
        SymmetricInverse.invert(matrix, items, loop);
        return matrix;
    }
}
