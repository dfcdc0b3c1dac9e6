package dev.skillpod.app.http.event;

import static java.util.Objects.requireNonNull;

import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.validation.IsoTime;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Turns checked events into the domain's. */
final class EventMapping {
    private EventMapping() {}

    /** Returns the domain's event; the body must be valid and have all that its type needs. */
    static LearnerEvent event(EventBody body, SkillNames names) {
        var learner = new LearnerKey(body.tenantId(), body.userId());
        Instant at = IsoTime.instant(body.timestamp());
        EventKind kind = EventKind.valueOf(body.type());
        return switch (kind) {
            case ASSESSMENT ->
                new Assessment(
                        body.eventId(),
                        learner,
                        at,
                        names.idOf(requireNonNull(body.skillId()), null),
                        requireNonNull(body.score()),
                        body.contentId());
            case ANSWER ->
                new Answer(
                        body.eventId(),
                        learner,
                        at,
                        requireNonNull(body.itemId()),
                        skills(body, names),
                        requireNonNull(body.correct()),
                        body.contentId());
            case MARKET_SIGNAL ->
                new MarketSignal(
                        body.eventId(),
                        learner,
                        at,
                        SignalType.valueOf(requireNonNull(body.signalType())),
                        skills(body, names),
                        body.jobId(),
                        outcome(body.outcome()),
                        body.matchScore());
            case APPLICATION_OUTCOME ->
                new ApplicationOutcome(
                        body.eventId(),
                        learner,
                        at,
                        requireNonNull(body.jobId()),
                        requireNonNull(outcome(body.outcome())),
                        skills(body, names),
                        body.matchScore());
            case IMPRESSION, VIEW, START, PROGRESS, COMPLETE, DISMISS, RATE ->
                engagement(body, learner, at, requireNonNull(kind.engagement()));
        };
    }

    private static Engagement engagement(EventBody body, LearnerKey learner, Instant at, EngagementType type) {
        return new Engagement(
                body.eventId(),
                learner,
                at,
                type,
                requireNonNull(body.contentId()),
                body.recommendationId(),
                body.position(),
                body.propensity(),
                body.progress(),
                body.rating());
    }

    private static List<String> skills(EventBody body, SkillNames names) {
        return ProfileMapping.orEmpty(body.skillIds()).stream()
                .map(id -> names.idOf(id, null))
                .distinct()
                .toList();
    }

    private static @Nullable Outcome outcome(@Nullable String name) {
        return name == null ? null : Outcome.valueOf(name.toUpperCase(Locale.ROOT));
    }
}
