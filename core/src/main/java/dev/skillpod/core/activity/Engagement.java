package dev.skillpod.core.activity;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A learner did something with a content.
 *
 * @param eventId identifier, unique within the tenant
 * @param learner who
 * @param occurredAt when
 * @param type what
 * @param contentId with which content
 * @param recommendationId the list it was shown in, or null
 * @param position the place in that list, from 1, or null
 * @param propensity the probability with which the logging policy showed it there, in (0, 1], or null
 * @param progress the part done so far, in [0, 1], or null
 * @param rating 1 to 5, or null
 */
public record Engagement(
        String eventId,
        LearnerKey learner,
        Instant occurredAt,
        EngagementType type,
        String contentId,
        @Nullable String recommendationId,
        @Nullable Integer position,
        @Nullable Double propensity,
        @Nullable Double progress,
        @Nullable Integer rating)
        implements LearnerEvent {}
