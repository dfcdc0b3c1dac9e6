package dev.skillpod.core.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A learner met the market: looked at a job, applied, searched for a skill.
 *
 * @param eventId identifier, unique within the tenant
 * @param learner who
 * @param occurredAt when
 * @param type what
 * @param skillIds the skills it was about
 * @param jobId the job, or null
 * @param outcome how it ended, or null
 * @param matchScore how well the platform thought learner and job fit, or null
 */
public record MarketSignal(
        String eventId,
        LearnerKey learner,
        Instant occurredAt,
        SignalType type,
        List<String> skillIds,
        @Nullable String jobId,
        @Nullable Outcome outcome,
        @Nullable Double matchScore)
        implements LearnerEvent {
    public MarketSignal {
        skillIds = List.copyOf(skillIds);
    }
}
