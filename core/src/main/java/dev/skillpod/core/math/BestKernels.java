package dev.skillpod.core.math;

/** Chooses the kernels once per JVM; see {@link FloatKernels#best()}. */
final class BestKernels {
    static final FloatKernels INSTANCE = choose();

    private BestKernels() {}

    private static FloatKernels choose() {
        if (ModuleLayer.boot().findModule("jdk.incubator.vector").isEmpty()) {
            return new ScalarFloatKernels();
        }
        try {
            return new SimdFloatKernels();
        } catch (LinkageError | UnsupportedOperationException e) {
            // The module is there but this code cannot read it or the CPU has no vectors: plain loops are always right.
            return new ScalarFloatKernels();
        }
    }
}
