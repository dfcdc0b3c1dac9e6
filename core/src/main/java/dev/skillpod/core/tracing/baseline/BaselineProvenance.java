package dev.skillpod.core.tracing.baseline;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.ResponseLog;
import java.time.Instant;
import java.util.Map;

/** Where a baseline's model comes from. */
final class BaselineProvenance {
    private BaselineProvenance() {}

    static Provenance of(
            String algorithm, ResponseLog log, TrainingRun run, Instant trainedAt, Map<String, String> parameters) {
        return new Provenance(
                algorithm,
                trainedAt,
                run.seed(),
                log.from(),
                log.until(),
                log.source(),
                Map.of("learners", (long) log.learners(), "responses", (long) log.size()),
                parameters,
                Map.of());
    }

    static void requireResponses(ResponseLog log) {
        if (log.size() == 0) {
            throw new IllegalArgumentException("log must hold at least one response");
        }
    }
}
