package dev.skillpod.app.http.event;

import dev.skillpod.app.http.json.LineErrors;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.validation.IsoTime;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.serving.EventConflictException;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.app.serving.SkillMatcher;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The events of one request on their way in: checked line by line, then all taken or none. Used by one thread. */
final class EventBatch {
    private static final Duration FUTURE_ALLOWED = Duration.ofDays(1);
    private static final int MOST_SUGGESTIONS = 20;

    private record Key(String tenantId, String eventId) {}

    private final RequestValidator validator;
    private final TenantGate tenants;
    private final SkillMatcher matcher;
    private final SkillNames names;
    private final Instant latest;
    private final LineErrors errors = new LineErrors();
    private final Map<Key, LearnerEvent> events = new LinkedHashMap<>();
    private final Set<String> conflicts = new LinkedHashSet<>();
    private int repeated;
    private int unknownContents;

    EventBatch(RequestValidator validator, TenantGate tenants, SkillMatcher matcher, Instant now) {
        this.validator = validator;
        this.tenants = tenants;
        this.matcher = matcher;
        this.names = new SkillNames(matcher);
        this.latest = now.plus(FUTURE_ALLOWED);
    }

    /** Returns where lines that cannot be read are reported. */
    LineErrors errors() {
        return errors;
    }

    /**
     * Checks an event and takes it in.
     *
     * @throws dev.skillpod.app.http.problem.InvalidRequestException at once when it is another tenant's
     */
    void add(EventBody body, int line) {
        List<FieldError> found = validator.errors(body);
        if (found.isEmpty()) {
            found = beyondFields(body);
        }
        if (!found.isEmpty()) {
            found.forEach(error -> errors.add(line, error));
            return;
        }
        tenants.checkLine("tenant_id", body.tenantId(), line);
        LearnerEvent event = EventMapping.event(body, names);
        LearnerEvent earlier = events.putIfAbsent(new Key(body.tenantId(), body.eventId()), event);
        if (earlier != null && earlier.equals(event)) {
            repeated++;
        } else if (earlier != null) {
            conflicts.add(body.eventId());
        }
    }

    /**
     * Returns the events, none twice.
     *
     * @throws dev.skillpod.app.http.problem.InvalidRequestException when any line was wrong
     * @throws EventConflictException when an id stands for two different events
     */
    List<LearnerEvent> events() {
        errors.throwIfAny();
        if (!conflicts.isEmpty()) {
            throw new EventConflictException(List.copyOf(conflicts));
        }
        return new ArrayList<>(events.values());
    }

    /** Returns how many events repeated an earlier one of the same request. */
    int repeated() {
        return repeated;
    }

    /** Returns what could not be matched, in plain sentences. */
    List<String> warnings() {
        return names.warnings();
    }

    private List<FieldError> beyondFields(EventBody body) {
        var found = new ArrayList<FieldError>();
        for (String field : EventKind.valueOf(body.type()).missing(body)) {
            found.add(new FieldError(
                    field, "is required for type " + body.type() + ", was missing or null", ErrorCode.REQUIRED));
        }
        if (IsoTime.instant(body.timestamp()).isAfter(latest)) {
            found.add(new FieldError(
                    "timestamp",
                    "must be at most 1 day in the future, was " + body.timestamp(),
                    ErrorCode.OUT_OF_RANGE));
        }
        String contentId = body.contentId();
        if (contentId != null && matcher.catalog().contentIndex(contentId).isEmpty()) {
            found.add(new FieldError("content_id", unknownContent(contentId), ErrorCode.UNKNOWN_ID));
        }
        return found;
    }

    private String unknownContent(String contentId) {
        String message = "must be a content of the catalogue, was \"" + Excerpt.of(contentId) + '"';
        if (++unknownContents > MOST_SUGGESTIONS) {
            return message;
        }
        List<String> nearest = matcher.nearestContents(contentId);
        return nearest.isEmpty() ? message : message + "; nearest known ids: " + String.join(", ", nearest);
    }
}
