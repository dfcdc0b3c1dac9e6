package dev.skillpod.core.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Starts JVMs with and without the vector module, because a module cannot be taken away from a running one. */
class KernelFallbackTest {
    @Test
    void withoutTheModuleKernelsAreScalar() throws Exception {
        assertThat(bestKernelsOf(List.of())).isEqualTo("scalar 32.0 1");
    }

    @Test
    void withTheModuleKernelsAreSimd() throws Exception {
        assertThat(bestKernelsOf(List.of("--add-modules=jdk.incubator.vector"))).matches("simd-\\d+ 32\\.0 [248]");
    }

    private static String bestKernelsOf(List<String> options) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Probe.class.getName()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.strip();
    }

    /** Prints the kernels chosen, one product they computed, and the lanes of those over leaves. */
    static final class Probe {
        private Probe() {}

        public static void main(String[] arguments) {
            FloatKernels best = FloatKernels.best();
            float product = best.dot(new float[] {1, 2, 3}, 0, new float[] {4, 5, 6}, 0, 3);
            System.out.println(
                    best.name() + " " + product + " " + LeafKernels.best().lanes());
        }
    }
}
