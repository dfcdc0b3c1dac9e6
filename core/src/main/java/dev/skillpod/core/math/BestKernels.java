package dev.skillpod.core.math;

import java.util.function.Supplier;

/** Chooses the kernels once per JVM; see {@link FloatKernels#best()} and {@link LeafKernels#best()}. */
final class BestKernels {
    // Lambdas, not constructor references: making those links the SIMD classes, which fails where the module is absent.
    static final FloatKernels INSTANCE = choose(() -> new SimdFloatKernels(), ScalarFloatKernels::new);
    static final LeafKernels LEAVES = choose(() -> new SimdLeafKernels(), ScalarLeafKernels::new);

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
