package dev.skillpod.core.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An application to a job came to a stage.
 *
 * @param eventId identifier, unique within the tenant
 * @param learner who applied
 * @param occurredAt when
 * @param jobId to which job
 * @param outcome the stage
 * @param skillIds the skills the job asked for
 * @param matchScore how well the platform thought learner and job fit, or null
 */
public record ApplicationOutcome(
        String eventId,
        LearnerKey learner,
        Instant occurredAt,
        String jobId,
        Outcome outcome,
        List<String> skillIds,
        @Nullable Double matchScore)
        implements LearnerEvent {
    public ApplicationOutcome {
        skillIds = List.copyOf(skillIds);
    }
}
