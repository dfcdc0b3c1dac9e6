package dev.skillpod.core.model;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.zip.CRC32C;

/**
 * One training: its seed, its threads, the instant up to which data may be seen, and where progress goes.
 *
 * <p>Randomness is drawn from named streams, so that adding a consumer never changes what another one draws, and 1 and 8
 * threads give the same model.
 *
 * @param seed the run's seed; the same seed and data give the same model
 * @param threads worker threads, in [1, 256]
 * @param asOf no data from this instant or later may be used
 * @param progress receiver of progress
 */
public record TrainingRun(long seed, int threads, Instant asOf, Progress progress) {
    public TrainingRun {
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads must be in [1, 256], was " + threads);
        }
    }

    /** A silent run without a time limit on its data, on {@code threads} threads. */
    public static TrainingRun of(long seed, int threads) {
        return new TrainingRun(seed, threads, Instant.MAX, Progress.SILENT);
    }

    /** Returns the random stream of that name; the same name and seed give the same stream. */
    public RandomGenerator random(String stream) {
        return new SplittableRandom(streamSeed(stream));
    }

    /** Returns the random stream of one row, so that rows can be drawn in any order on any thread. */
    public RandomGenerator random(String stream, long row) {
        return new SplittableRandom(mix(streamSeed(stream) + row * 0x9E3779B97F4A7C15L));
    }

    private long streamSeed(String stream) {
        var crc = new CRC32C();
        crc.update(stream.getBytes(StandardCharsets.UTF_8));
        return mix(seed ^ (crc.getValue() << 32 | crc.getValue()));
    }

    private static long mix(long z) {
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
