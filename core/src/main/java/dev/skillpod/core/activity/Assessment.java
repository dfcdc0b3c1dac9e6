package dev.skillpod.core.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A measured level of a skill.
 *
 * @param eventId identifier, unique within the tenant
 * @param learner who
 * @param occurredAt when
 * @param skillId which skill
 * @param score the measured level, in [0, 100]
 * @param contentId the content it closed, or null
 */
public record Assessment(
        String eventId,
        LearnerKey learner,
        Instant occurredAt,
        String skillId,
        double score,
        @Nullable String contentId)
        implements LearnerEvent {}
