package dev.skillpod.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.skillpod.core.text.TextEmbedder;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * The sentence embedder all-MiniLM-L6-v2: 384 dimensions, English, 256 tokens, quantised to 8 bits.
 *
 * <p>A text's vector is the mean of its tokens' vectors, scaled to length 1 (Reimers and Gurevych 2019, "Sentence-BERT",
 * section 3). Texts go through the network one at a time: the quantised network picks its scales from what is in the batch,
 * so a text would get other vectors in other company.
 *
 * <p>Thread-safe; calls of several threads run side by side, each on the thread that calls. The same text gives the same
 * bits on the same machine; other CPUs may differ in the last digits. {@link #close()} waits for running calls.
 */
public final class MiniLmEmbedder implements TextEmbedder, AutoCloseable {
    /** Tokens read of a text, of which two are the markers of its beginning and end. */
    public static final int TOKEN_LIMIT = 256;

    private static final int DIMENSION = 384;
    private static final String MODEL_FILE = "/all-minilm-l6-v2-q.onnx";
    private static final String TOKENIZER_FILE = "/all-minilm-l6-v2-q-tokenizer.json";

    private final WordPieceTokenizer tokenizer;
    private final OrtEnvironment environment;
    private final OrtSession session;
    private final ReentrantReadWriteLock lifecycle = new ReentrantReadWriteLock();
    private boolean closed;

    private MiniLmEmbedder(WordPieceTokenizer tokenizer, OrtEnvironment environment, OrtSession session) {
        this.tokenizer = tokenizer;
        this.environment = environment;
        this.session = session;
    }

    /**
     * Loads the model from the class path; takes some tenths of a second and no network.
     *
     * @throws UncheckedIOException when the model's files are missing or unreadable
     * @throws IllegalStateException when ONNX Runtime refuses the model or has no native library for this platform
     */
    public static MiniLmEmbedder load() {
        // Unpacking the model, reading the vocabulary and loading the native library take about as long: do all at
        // once.
        var model = CompletableFuture.supplyAsync(MiniLmEmbedder::readModel);
        var tokenizer = CompletableFuture.supplyAsync(() -> new WordPieceTokenizer(readVocabulary()));
        try {
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            environment.setTelemetry(false);
            try (var options = new OrtSession.SessionOptions()) {
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setDeterministicCompute(true);
                OrtSession session = environment.createSession(model.join(), options);
                return new MiniLmEmbedder(tokenizer.join(), environment, session);
            }
        } catch (OrtException | LinkageError e) {
            throw new IllegalStateException("ONNX Runtime cannot load " + MODEL_FILE + ": " + e.getMessage(), e);
        } catch (CompletionException e) {
            throw e.getCause() instanceof UncheckedIOException cause ? cause : e;
        }
    }

    private static byte[] readModel() {
        try (InputStream file = open(MODEL_FILE)) {
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> readVocabulary() {
        try (InputStream file = open(TOKENIZER_FILE)) {
            return TokenizerJson.vocabulary(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        InputStream file = MiniLmEmbedder.class.getResourceAsStream(name);
        if (file == null) {
            throw new FileNotFoundException(name + " is not on the class path");
        }
        return file;
    }

    @Override
    public String modelName() {
        return "all-MiniLM-L6-v2";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    /**
     * {@inheritDoc}
     *
     * <p>Takes about 1 ms for a sentence and 20 ms for a text of {@value #TOKEN_LIMIT} tokens.
     *
     * @throws IllegalStateException when the embedder is closed
     */
    @Override
    public float[] embed(String text) {
        int[] tokens = tokenizer.encode(text, TOKEN_LIMIT);
        var ids = new long[tokens.length];
        Arrays.setAll(ids, i -> tokens[i]);
        var mask = new long[tokens.length];
        Arrays.fill(mask, 1);
        lifecycle.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the embedder is closed");
            }
            return run(ids, mask, new long[tokens.length]);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed on a text of " + tokens.length + " tokens", e);
        } finally {
            lifecycle.readLock().unlock();
        }
    }

    private float[] run(long[] ids, long[] mask, long[] types) throws OrtException {
        try (OnnxTensor idTensor = row(ids);
                OnnxTensor maskTensor = row(mask);
                OnnxTensor typeTensor = row(types);
                OrtSession.Result result = session.run(
                        Map.of("input_ids", idTensor, "attention_mask", maskTensor, "token_type_ids", typeTensor))) {
            return unitMean(((OnnxTensor) result.get(0)).getFloatBuffer(), ids.length);
        }
    }

    private OnnxTensor row(long[] values) throws OrtException {
        return OnnxTensor.createTensor(environment, LongBuffer.wrap(values), new long[] {1, values.length});
    }

    /** Averages the token vectors, all of which count since nothing is padded, and scales the mean to length 1. */
    private static float[] unitMean(FloatBuffer tokenVectors, int tokens) {
        var mean = new double[DIMENSION];
        for (int token = 0; token < tokens; token++) {
            for (int i = 0; i < DIMENSION; i++) {
                mean[i] += tokenVectors.get(token * DIMENSION + i);
            }
        }
        double squares = 0;
        for (double value : mean) {
            squares += value * value;
        }
        double norm = Math.sqrt(squares);
        var unit = new float[DIMENSION];
        for (int i = 0; i < DIMENSION; i++) {
            unit[i] = (float) (mean[i] / norm);
        }
        return unit;
    }

    /** Frees the network; calls that come later fail. Closing twice is harmless. */
    @Override
    public void close() {
        lifecycle.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime failed to free the model", e);
        } finally {
            lifecycle.writeLock().unlock();
        }
    }
}
