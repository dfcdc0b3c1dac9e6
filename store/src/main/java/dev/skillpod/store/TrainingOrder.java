package dev.skillpod.store;

import java.util.List;

/**
 * What a training is asked to do.
 *
 * @param models names of the models, each once, at least one
 * @param trigger what set it off
 * @param requestedBy who asked, in a few words
 * @param seed of the run
 * @param threads worker threads, in [1, 256]
 * @param promote what becomes of the new version
 * @param engagements engagements in the log now, at least 0
 */
public record TrainingOrder(
        List<String> models,
        Trigger trigger,
        String requestedBy,
        long seed,
        int threads,
        Promote promote,
        long engagements) {
    public TrainingOrder {
        models = models.stream().distinct().sorted().toList();
        if (models.isEmpty()) {
            throw new IllegalArgumentException("models must name at least one");
        }
        if (threads < 1 || threads > 256) {
            throw new IllegalArgumentException("threads must be in [1, 256], was " + threads);
        }
    }

    /** What sets a training off. */
    public enum Trigger {
        /** Somebody asked, or a start found nothing that could serve. */
        REQUEST,
        /** Its time had come. */
        SCHEDULE,
        /** Much is new since the last one. */
        FRESHNESS
    }

    /** What becomes of a new version. */
    public enum Promote {
        /** It serves when the gate lets it. */
        IF_BETTER,
        /** It is kept and does not serve. */
        NEVER
    }
}
