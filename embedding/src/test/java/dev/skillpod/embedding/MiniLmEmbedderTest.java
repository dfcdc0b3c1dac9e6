package dev.skillpod.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MiniLmEmbedderTest {
    private static MiniLmEmbedder embedder;

    @BeforeAll
    static void load() {
        embedder = MiniLmEmbedder.load();
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @Test
    void saysWhatItIs() {
        assertThat(embedder.modelName()).isEqualTo("all-MiniLM-L6-v2");
        assertThat(embedder.dimension()).isEqualTo(384);
    }

    /*
     * Made by this class on an AMD EPYC (Zen 5) with ONNX Runtime 1.26.0:
     * Arrays.copyOf(embedder.embed("Introduction to Python programming"), 6). Other CPUs take other 8-bit kernels, which
     * moves components by some thousandths; another pooling or tokenization moves them by more than a hundredth.
     */
    @Test
    void goldenComponents() {
        float[] vector = embedder.embed("Introduction to Python programming");
        assertThat(Arrays.copyOf(vector, 6))
                .containsExactly(
                        new float[] {-0.09208f, 0.03715f, -0.04393f, 0.01303f, -0.06308f, -0.13357f}, within(0.008f));
    }

    @Test
    void paraphrasesAreNearAndOtherTopicsFar() {
        float[] learn = embedder.embed("How do I learn Python?");
        float[] study = embedder.embed("What is a good way to study the Python programming language?");
        float[] bread = embedder.embed("Baking sourdough bread at home");
        assertThat(cosine(learn, study)).isGreaterThan(0.75);
        assertThat(cosine(learn, bread)).isBetween(-0.15, 0.15);
        assertThat(cosine(
                        embedder.embed("Machine learning"), embedder.embed("Statistical models learned from examples")))
                .isGreaterThan(cosine(embedder.embed("Machine learning"), embedder.embed("Washing machine repair")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "😀", "a \ud83d b", "\udc00", "\u0000", "機械学習", "[CLS] [SEP]"})
    void everyTextHasAUnitVector(String text) {
        assertUnit(embedder.embed(text));
    }

    @Test
    void longTextIsCutAtTheLimit() {
        float[] ten = embedder.embed("word ".repeat(2_000));
        assertUnit(ten);
        assertThat(ten).isEqualTo(embedder.embed("word ".repeat(254)));
        assertUnit(embedder.embed("x".repeat(10_000)));
        assertThat(ten).isNotEqualTo(embedder.embed("word ".repeat(253)));
    }

    @Test
    void sameTextSameBitsOnEveryThread() throws Exception {
        List<String> texts = IntStream.range(0, 24)
                .mapToObj(i -> "Course number " + i + " about " + "data ".repeat(i % 7))
                .toList();
        List<float[]> expected = texts.stream().map(embedder::embed).toList();
        Callable<List<float[]>> all = () -> texts.stream().map(embedder::embed).toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Future<List<float[]>> vectors : threads.invokeAll(Collections.nCopies(8, all))) {
                assertThat(vectors.get()).usingRecursiveComparison().isEqualTo(expected);
            }
        }
    }

    @Test
    void closedEmbedderSaysSo() {
        MiniLmEmbedder closed = MiniLmEmbedder.load();
        closed.close();
        closed.close();
        assertThatThrownBy(() -> closed.embed("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the embedder is closed");
    }

    /** An upgrade of ONNX Runtime must not bring usage reports into a self-hosted product unnoticed. */
    @Test
    void nativeLibraryHasNoAddressToReportTo() throws IOException {
        try (InputStream library = ai.onnxruntime.OrtEnvironment.class.getResourceAsStream(
                "/ai/onnxruntime/native/linux-x64/libonnxruntime.so")) {
            String bytes = new String(library.readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(bytes.contains("onnxruntime")).isTrue();
            assertThat(bytes.contains("events.data.microsoft.com")).isFalse();
        }
    }

    private static void assertUnit(float[] vector) {
        assertThat(vector).hasSize(384);
        assertThat(cosine(vector, vector)).isCloseTo(1, within(1e-5));
    }

    private static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
