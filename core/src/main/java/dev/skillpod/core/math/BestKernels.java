package dev.skillpod.core.math;

import java.util.function.Supplier;

/** Chooses the kernels once per JVM; see {@link FloatKernels#best()} and {@link LeafKernels#best()}. */
final class BestKernels {
    static final FloatKernels INSTANCE = choose(SimdFloatKernels::new, ScalarFloatKernels::new);
    static final LeafKernels LEAVES = choose(SimdLeafKernels::new, ScalarLeafKernels::new);

    private BestKernels() {}

    private static <T> T choose(Supplier<? extends T> simd, Supplier<? extends T> scalar) {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return scalar.get();
        }
        try {
            return simd.get();
        } catch (LinkageError | UnsupportedOperationException e) {
            // The module is there but this code cannot read it or the CPU has no vectors: plain loops are always right.
            return scalar.get();
        }
    }
}
