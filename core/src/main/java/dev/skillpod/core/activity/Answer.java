package dev.skillpod.core.activity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An answer to one item of a test, a quiz or an exercise.
 *
 * @param eventId identifier, unique within the tenant
 * @param learner who answered
 * @param occurredAt when
 * @param itemId which item; the same item has the same id for everybody
 * @param skillIds the skills that the item asks for, at least one, each once
 * @param correct whether the answer was right
 * @param contentId the content that the item belongs to, or null
 */
public record Answer(
        String eventId,
        LearnerKey learner,
        Instant occurredAt,
        String itemId,
        List<String> skillIds,
        boolean correct,
        @Nullable String contentId)
        implements LearnerEvent {
    public Answer {
        skillIds = List.copyOf(skillIds);
    }
}
