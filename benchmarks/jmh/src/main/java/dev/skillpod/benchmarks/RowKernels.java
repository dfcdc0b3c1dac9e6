package dev.skillpod.benchmarks;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import dev.skillpod.core.math.ScalarFloatKernels;
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

/** The kernels a row of ALS is made of, on vectors of 64 floats, on the Vector API and in plain loops. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class RowKernels {
    private static final int SIDE = 64;

    @Param({"simd", "scalar"})
    public String kernels = "";

    /** Entries of the row. */
    @Param({"16", "128"})
    public int entries;

    private FloatKernels chosen = FloatKernels.best();
    private float[] rows = {};
    private float[] panels = {};
    private float[] base = {};
    private float[] system = {};
    private float[] right = {};

    @Setup
    public void prepare() {
        chosen = kernels.equals("simd") ? FloatKernels.best() : new ScalarFloatKernels();
        var random = new Random(1);
        rows = new float[entries * SIDE];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = (float) random.nextGaussian();
        }
        panels = new float[rows.length];
        pack();
        system = new float[SIDE * SIDE];
        right = new float[SIDE];
        base = new float[SIDE * SIDE];
        for (int i = 0; i < SIDE; i++) {
            base[Panels.index(SIDE, i, i)] = 1;
        }
        chosen.addOuterProducts(panels, entries, entries, base, SIDE);
    }

    private void pack() {
        for (int i = 0; i < entries; i++) {
            chosen.packRow(1, rows, i * SIDE, panels, entries, i, SIDE);
        }
    }

    /** Packs the entries and sums their outer products. */
    @Benchmark
    public float[] gram() {
        System.arraycopy(base, 0, system, 0, base.length);
        pack();
        chosen.addOuterProducts(panels, entries, entries, system, SIDE);
        return system;
    }

    /** Factors the 64 x 64 system and solves it once, whatever the entries. */
    @Benchmark
    public float[] solve() {
        System.arraycopy(base, 0, system, 0, base.length);
        chosen.factor(system, SIDE);
        System.arraycopy(rows, 0, right, 0, SIDE);
        chosen.solveFactored(system, SIDE, right);
        return right;
    }
}
