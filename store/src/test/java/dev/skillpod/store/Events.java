package dev.skillpod.store;

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
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Events for tests. */
final class Events {
    static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private Events() {}

    static Engagement view(LearnerKey learner, String id, int minute) {
        return engagement(learner, id, minute, EngagementType.VIEW);
    }

    static Engagement engagement(LearnerKey learner, String id, int minute, EngagementType type) {
        return new Engagement(id, learner, at(minute), type, "content-" + minute % 7, null, null, null, null, null);
    }

    static Instant at(int minute) {
        return START.plusSeconds(60L * minute);
    }

    /** One event of each kind with every optional component set, then one of each with none. */
    static List<LearnerEvent> oneOfEach(LearnerKey who) {
        return List.of(
                new Engagement(
                        "e1",
                        who,
                        at(1),
                        EngagementType.RATE,
                        "c \"quoted\", \\ back\tslash",
                        "list-1",
                        3,
                        0.125,
                        0.5,
                        4),
                new Assessment("a1", who, at(2), "skill-1", 61.25, "c1"),
                new MarketSignal(
                        "s1",
                        who,
                        at(3),
                        SignalType.JOB_APPLICATION,
                        List.of("k\"1\"", "k\\2", "k,3", "{k4}", "日本語 😀", "NULL"),
                        "job-1",
                        Outcome.INTERVIEWED,
                        0.75),
                new ApplicationOutcome("o1", who, at(4), "job-1", Outcome.HIRED, List.of("k1"), -1.5),
                new Answer("q1", who, at(4), "item \\ 1", List.of("k1", "k2"), true, "c1"),
                new Engagement("e2", who, at(5), EngagementType.VIEW, "\\N", null, null, null, null, null),
                new Assessment("a2", who, at(6), "skill-1", 0, null),
                new MarketSignal("s2", who, at(7), SignalType.JOB_VIEW, List.of(), null, null, null),
                new ApplicationOutcome("o2", who, at(8), "job-2", Outcome.REJECTED, List.of(), null),
                new Answer("q2", who, at(9), "item-2", List.of("k1"), false, null));
    }

    /** Events of many learners: seven in ten are impressions, as in a real log. */
    static Stream<LearnerEvent> many(String tenant, int learners, int each) {
        return IntStream.range(0, learners).boxed().flatMap(user -> {
            var key = new LearnerKey(tenant, "user-%06d".formatted(user));
            return IntStream.range(0, each).mapToObj(i -> event(key, user, i));
        });
    }

    private static LearnerEvent event(LearnerKey key, int user, int i) {
        String id = key.userId() + "-event-" + i;
        return switch (i % 10) {
            case 7 -> new Assessment(id, key, at(i), "skill-" + i % 150, i % 101, "content-" + i % 800);
            case 8 ->
                new MarketSignal(
                        id,
                        key,
                        at(i),
                        SignalType.JOB_VIEW,
                        List.of("skill-" + i % 150, "skill-9"),
                        "job-" + user,
                        null,
                        0.4);
            case 9 ->
                new Engagement(
                        id, key, at(i), EngagementType.COMPLETE, "content-" + i % 800, null, null, null, 1.0, null);
            default ->
                new Engagement(
                        id,
                        key,
                        at(i),
                        EngagementType.IMPRESSION,
                        "content-" + i % 800,
                        "list-" + user,
                        1 + i % 10,
                        0.1,
                        null,
                        null);
        };
    }
}
