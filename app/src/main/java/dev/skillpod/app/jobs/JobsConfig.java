package dev.skillpod.app.jobs;

/**
 * How much work jobs may do beside serving.
 *
 * @param threads jobs that run at once, in [1, 64]
 * @param waiting jobs that may wait for a thread, in [1, 10000]
 * @param chunk users answered between two records of progress, in [1, 10000]
 */
public record JobsConfig(int threads, int waiting, int chunk) {
    public JobsConfig {
        check("threads", threads, 64);
        check("waiting", waiting, 10_000);
        check("chunk", chunk, 10_000);
    }

    /** Half the processors, at least one; 100 jobs waiting; progress every 50 users. */
    public static JobsConfig defaults() {
        return new JobsConfig(Math.clamp(Runtime.getRuntime().availableProcessors() / 2, 1, 64), 100, 50);
    }

    private static void check(String name, int value, int max) {
        if (value < 1 || value > max) {
            throw new IllegalArgumentException("%s must be in [1, %d], was %d".formatted(name, max, value));
        }
    }
}
