package dev.skillpod.app.inmemory;

import dev.skillpod.app.serving.EventConflictException;
import dev.skillpod.app.serving.EventSink;
import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.LearnerSearch;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.catalog.DataSource;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learners and their events in memory; can be told to be away. */
public final class InMemoryLearners implements LearnerDirectory, LearnerSearch, EventSink, LearnerArchive {
    private record Key(String tenantId, String eventId) {}

    private final Map<LearnerKey, LearnerProfile> profiles = new LinkedHashMap<>();
    private final Map<Key, LearnerEvent> events = new LinkedHashMap<>();
    private final Map<LearnerKey, Instant> erased = new HashMap<>();
    private volatile boolean away;

    /** Makes every later call fail, or work again. */
    public void setAway(boolean away) {
        this.away = away;
    }

    /** Returns all events, in the order they came. */
    public synchronized List<LearnerEvent> events() {
        return List.copyOf(events.values());
    }

    @Override
    public synchronized Optional<LearnerProfile> profile(LearnerKey learner) {
        failWhenAway();
        return Optional.ofNullable(profiles.get(learner));
    }

    @Override
    public synchronized LearnerHistory history(LearnerKey learner) {
        failWhenAway();
        LearnerProfile profile = profiles.getOrDefault(learner, LearnerProfile.empty());
        return new LearnerHistory(
                learner,
                profile,
                of(learner, Engagement.class),
                of(learner, Assessment.class),
                of(learner, MarketSignal.class),
                List.of(),
                of(learner, Answer.class));
    }

    private <T extends LearnerEvent> List<T> of(LearnerKey learner, Class<T> kind) {
        return events.values().stream()
                .filter(e -> e.learner().equals(learner))
                .filter(kind::isInstance)
                .map(kind::cast)
                .toList();
    }

    @Override
    public synchronized boolean putProfile(LearnerKey learner, LearnerProfile profile) {
        failWhenAway();
        return profiles.put(learner, profile) == null;
    }

    @Override
    public synchronized List<Found> startingWith(String tenantId, String prefix, int limit) {
        failWhenAway();
        return profiles.entrySet().stream()
                .filter(e -> e.getKey().tenantId().equals(tenantId)
                        && e.getKey().userId().startsWith(prefix))
                .sorted(Comparator.comparing(e -> e.getKey().userId()))
                .limit(limit)
                .map(e -> new Found(e.getKey(), e.getValue(), DataSource.REAL))
                .toList();
    }

    @Override
    public synchronized Appended append(List<LearnerEvent> batch) {
        failWhenAway();
        List<String> conflicts = batch.stream()
                .filter(e -> !events.getOrDefault(key(e), e).equals(e))
                .map(LearnerEvent::eventId)
                .toList();
        if (!conflicts.isEmpty()) {
            throw new EventConflictException(conflicts);
        }
        int before = events.size();
        batch.forEach(e -> events.put(key(e), e));
        int accepted = events.size() - before;
        return new Appended(accepted, batch.size() - accepted);
    }

    @Override
    public synchronized Map<String, List<String>> export(LearnerKey learner) {
        failWhenAway();
        return Map.of(
                "learners",
                profiles.containsKey(learner) ? List.of("{\"weekly_learning_hours\":10}") : List.of(),
                "events",
                events.values().stream()
                        .filter(e -> e.learner().equals(learner))
                        .map(e -> "{\"event_id\":\"" + e.eventId() + "\"}")
                        .toList());
    }

    @Override
    public synchronized Map<String, Integer> erase(LearnerKey learner) {
        failWhenAway();
        erased.put(learner, Instant.now());
        int before = events.size();
        events.values().removeIf(e -> e.learner().equals(learner));
        return Map.of("learners", profiles.remove(learner) == null ? 0 : 1, "events", before - events.size());
    }

    @Override
    public synchronized boolean erasedSince(LearnerKey learner, Instant since) {
        failWhenAway();
        return !erased.getOrDefault(learner, Instant.MIN).isBefore(since);
    }

    private void failWhenAway() {
        if (away) {
            throw new StoreUnavailableException("the database cannot be reached", Duration.ofSeconds(7), null);
        }
    }

    private static Key key(LearnerEvent event) {
        return new Key(event.learner().tenantId(), event.eventId());
    }
}
