package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.GenerationMethod;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventStoreIT {
    private final Database database = SharedDatabase.get();
    private final EventStore events = database.events();
    private final String tenant = SharedDatabase.unique("events");
    private final LearnerKey ann = new LearnerKey(tenant, "ann");
    private final LearnerKey bob = new LearnerKey(tenant, "bob");

    @Test
    void givesBackEveryKindOfEventAsItWas() {
        List<LearnerEvent> all = Events.oneOfEach(ann);

        assertThat(events.append(all)).isEqualTo(new AppendResult(10, 0, List.of()));

        assertThat(flat(events.history(ann))).containsExactlyInAnyOrderElementsOf(all);
        assertThat(flat(logged(ann))).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void anImpressionOfAServedListIsReadWithThePropensityOfItsPlace() {
        var list = new ServedList(
                UUID.randomUUID(),
                ann,
                Events.at(1),
                "m",
                GenerationMethod.HYBRID,
                List.of("c1", "c2"),
                List.of(0.9, 0.1),
                "tail-1",
                List.of(1.0, 0.0125),
                List.of(false, true),
                "real");
        database.recommendations().offer(list);
        database.recommendations().flush(Duration.ofSeconds(10));
        events.append(List.of(
                impression("first", "c1", list.id().toString(), 1, null),
                impression("second", "c2", list.id().toString(), 2, null),
                impression("own", "c2", list.id().toString(), 2, 0.5),
                impression("elsewhere", "c2", list.id().toString(), 1, null),
                impression("beyond", "c2", list.id().toString(), 3, null),
                impression("foreign", "c2", "their-list", 2, null)));

        var propensities = new HashMap<String, Double>();
        logged(ann).engagements().forEach(e -> propensities.put(e.eventId(), e.propensity()));

        assertThat(propensities)
                .containsEntry("first", 1.0)
                .containsEntry("second", 0.0125)
                .containsEntry("own", 0.5)
                .containsEntry("elsewhere", null)
                .containsEntry("beyond", null)
                .containsEntry("foreign", null);
    }

    private Engagement impression(String id, String content, String list, int position, Double propensity) {
        return new Engagement(
                id, ann, Events.at(2), EngagementType.IMPRESSION, content, list, position, propensity, null, null);
    }

    @Test
    void sendingTwiceIsHarmless() {
        List<LearnerEvent> all = Events.oneOfEach(ann);
        events.append(all);
        var more = new ArrayList<LearnerEvent>(all);
        more.add(Events.view(ann, "new", 9));
        more.add(Events.view(ann, "new", 9));

        assertThat(events.append(more)).isEqualTo(new AppendResult(1, 11, List.of()));
        assertThat(flat(events.history(ann))).hasSize(11);
    }

    @Test
    void theSameIdInTwoTenantsIsTwoEvents() {
        var otherAnn = new LearnerKey(SharedDatabase.unique("events"), "ann");

        assertThat(events.append(List.of(Events.view(ann, "id", 1), Events.view(otherAnn, "id", 2)))
                        .inserted())
                .isEqualTo(2);
    }

    @Test
    void reportsConflictsAndWritesNothing() {
        events.append(List.of(Events.view(ann, "taken", 1), Events.view(ann, "taken-2", 1)));

        AppendResult result = events.append(List.of(
                Events.view(ann, "fresh", 1),
                Events.view(ann, "taken", 2),
                Events.view(ann, "taken-2", 1),
                Events.view(bob, "taken-2", 1)));

        // The list itself says two things of taken-2, and that is found first.
        assertThat(result).isEqualTo(new AppendResult(0, 0, List.of(new EventConflict(3, tenant, "taken-2"))));
        assertThat(events.append(List.of(Events.view(ann, "fresh", 1), Events.view(ann, "taken", 2))))
                .isEqualTo(new AppendResult(0, 0, List.of(new EventConflict(1, tenant, "taken"))));
        assertThat(flat(events.history(ann))).hasSize(2);
        assertThat(result.accepted()).isFalse();
    }

    @Test
    void aDifferenceInAnyColumnIsAConflict() {
        List<LearnerEvent> all = Events.oneOfEach(ann);
        events.append(all);
        Engagement first = (Engagement) all.getFirst();
        var changed = new Engagement(
                first.eventId(),
                ann,
                first.occurredAt(),
                first.type(),
                first.contentId(),
                null,
                first.position(),
                first.propensity(),
                first.progress(),
                first.rating());

        assertThat(events.append(List.of(changed)).conflicts()).hasSize(1);
    }

    @Test
    void aBadEventKeepsTheWholeListOut() {
        assertThatThrownBy(() -> events.append(List.of(Events.view(ann, "good", 1), Events.view(ann, "b\0d", 2))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("record 1: eventId must not contain the NUL character, has one at 1");
        assertThat(flat(events.history(ann))).isEmpty();
    }

    static Stream<String> badIds() {
        return Stream.of("", "nul\0", "x".repeat(201), "lone \ud800", "\udc00 lone");
    }

    @ParameterizedTest
    @MethodSource("badIds")
    void refusesBadIdsWhereverTheyOccur(String bad) {
        for (LearnerEvent event : List.of(
                Events.view(ann, bad, 1),
                Events.view(new LearnerKey(bad, "ann"), "id", 1),
                Events.view(new LearnerKey(tenant, bad), "id", 1))) {
            assertThatThrownBy(() -> events.append(List.of(event))).isInstanceOf(InvalidRecordException.class);
        }
        var signal = new ApplicationOutcome("id", ann, Events.at(1), "job", Outcome.HIRED, List.of("ok", bad), null);
        assertThatThrownBy(() -> events.append(List.of(signal)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessageStartingWith("record 0: skillIds ");
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 100.1, Double.NaN, Double.POSITIVE_INFINITY})
    void refusesScoresOutOfRange(double score) {
        var event = new Assessment("id", ann, Events.at(1), "skill", score, null);

        assertThatThrownBy(() -> events.append(List.of(event)))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("record 0: score must be in [0, 100], was " + score);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-1000000000-01-01T00:00:00Z", "+1000000000-12-31T23:59:59.999999999Z"})
    void refusesTimesThatPostgresCannotHold(Instant at) {
        var event = new Engagement("id", ann, at, EngagementType.VIEW, "c", null, null, null, null, null);

        assertThatThrownBy(() -> events.append(List.of(event))).isInstanceOf(InvalidRecordException.class);
    }

    @Test
    void idsMayHaveTwoHundredCharactersAndAnySign() {
        String id = "😀".repeat(200);

        events.append(List.of(Events.view(ann, id, 1)));

        assertThat(logged(ann).engagements().getFirst().eventId()).isEqualTo(id);
    }

    @Test
    void finerPartsThanMicrosecondsAreCutOffAndStillIdempotent() {
        var event = new Engagement(
                "fine",
                ann,
                Instant.parse("2026-01-01T00:00:00.123456789Z"),
                EngagementType.VIEW,
                "c",
                null,
                null,
                null,
                null,
                null);

        assertThat(events.append(List.of(event)).inserted()).isEqualTo(1);
        assertThat(events.append(List.of(event)).duplicates()).isEqualTo(1);
        assertThat(events.history(ann).engagements().getFirst().occurredAt())
                .isEqualTo(Instant.parse("2026-01-01T00:00:00.123456Z"));
    }

    @Test
    void historyHasTheLatestThousandAndTheLatestImpressionsInTimeOrder() {
        var list = new ArrayList<LearnerEvent>();
        for (int i = 0; i < 1_100; i++) {
            list.add(Events.view(ann, "v" + i, 1_100 - i));
            list.add(Events.engagement(ann, "i" + i, i, EngagementType.IMPRESSION));
        }
        events.append(list);

        List<Engagement> latest = events.history(ann).engagements();

        assertThat(latest).isSortedAccordingTo((a, b) -> a.occurredAt().compareTo(b.occurredAt()));
        assertThat(latest.stream().filter(e -> e.type() == EngagementType.VIEW))
                .hasSize(1_000)
                .allMatch(e -> !e.occurredAt().isBefore(Events.at(101)));
        assertThat(latest.stream().filter(e -> e.type() == EngagementType.IMPRESSION))
                .hasSize(EventStore.IMPRESSION_LIMIT)
                .allMatch(e -> !e.occurredAt().isBefore(Events.at(800)));
        assertThat(logged(ann).engagements()).hasSize(2_200);
    }

    @Test
    void eventsOfOneInstantKeepTheirOrderOfArrival() {
        events.append(List.of(Events.view(ann, "z-first", 5)));
        events.append(List.of(Events.view(ann, "a-second", 5)));

        assertThat(events.history(ann).engagements().stream().map(Engagement::eventId))
                .containsExactly("z-first", "a-second");
        assertThat(logged(ann).engagements().stream().map(Engagement::eventId)).containsExactly("z-first", "a-second");
    }

    @Test
    void historyIsTheTenantsOwn() {
        events.append(List.of(Events.view(ann, "id", 1)));

        assertThat(flat(events.history(new LearnerKey(SharedDatabase.unique("events"), "ann"))))
                .isEmpty();
    }

    @Test
    void theLogVisitsEveryLearnerOnceOrderedByCodePointWithProfilesAndEventsMerged() {
        // UTF-16 would order the emoji before U+FFFD; the database orders by code point.
        List<String> ordered = List.of("A", "Z", "a", "b", "c", "\ufffd", "😀");
        var profile = new LearnerProfile(List.of(), List.of("goal"), null, null, null, 5);
        for (String user : List.of("b", "😀", "A")) {
            database.learners().upsert(new LearnerKey(tenant, user), profile, DataSource.REAL);
        }
        for (String user : List.of("c", "Z", "b", "\ufffd", "a")) {
            events.append(List.of(Events.view(new LearnerKey(tenant, user), user, 1)));
        }
        var seen = new ArrayList<LearnerHistory>();
        events.activityLog().forEachLearner(h -> {
            if (h.learner().tenantId().equals(tenant)) {
                seen.add(h);
            }
        });

        assertThat(seen.stream().map(h -> h.learner().userId())).containsExactlyElementsOf(ordered);
        assertThat(seen.stream()
                        .filter(h -> h.profile().equals(profile))
                        .map(h -> h.learner().userId()))
                .containsExactly("A", "b", "😀");
        assertThat(seen.stream()
                        .filter(h -> !h.engagements().isEmpty())
                        .map(h -> h.learner().userId()))
                .containsExactly("Z", "a", "b", "c", "\ufffd");
    }

    @Test
    void concurrentAppendsOfTheSameEventsInsertEachOnce() throws Exception {
        List<LearnerEvent> forwards = Events.many(tenant, 5, 40).toList();
        List<LearnerEvent> backwards = forwards.reversed();
        try (var pool = Executors.newFixedThreadPool(4)) {
            List<Future<AppendResult>> results = IntStream.range(0, 8)
                    .mapToObj(i -> pool.submit(() -> events.append(i % 2 == 0 ? forwards : backwards)))
                    .toList();
            int inserted = 0;
            for (var result : results) {
                assertThat(result.get().accepted()).isTrue();
                inserted += result.get().inserted();
            }
            assertThat(inserted).isEqualTo(200);
        }
    }

    @Test
    void bulkLoadIsAllOrNothingAndKeepsTheIndexes() throws SQLException {
        assertThat(events.bulkLoad(Events.many(tenant, 100, 100).iterator(), DataSource.SYNTHETIC, Progress.SILENT))
                .isEqualTo(10_000);
        assertThat(events.append(Events.many(tenant, 100, 100).toList(), DataSource.SYNTHETIC)
                        .duplicates())
                .isEqualTo(10_000);
        var once = List.of(Events.view(ann, "fresh", 1), Events.view(ann, "user-000000-event-0", 1));
        assertThatThrownBy(() -> events.bulkLoad(once.iterator(), DataSource.REAL, Progress.SILENT))
                .isInstanceOf(StoreException.class);
        assertThat(flat(events.history(ann))).isEmpty();
        try (var connection = Connections.open(database);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT count(*) FROM pg_indexes WHERE tablename = 'events'")) {
            rows.next();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void countsByKindAndSource() {
        events.append(Events.oneOfEach(ann), DataSource.SYNTHETIC);

        assertThat(events.counts())
                .filteredOn(c -> c.source() == DataSource.SYNTHETIC)
                .extracting(EventCount::kind)
                .containsExactlyInAnyOrder(EventKind.values());
        assertThat(events.counts()).allMatch(c -> c.count() > 0 && !c.latest().isBefore(c.earliest()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "UPDATE events SET content_id = 'other' WHERE tenant_id = '%s'",
                "DELETE FROM events WHERE tenant_id = '%s'",
                "TRUNCATE events",
            })
    void theLogIsAppendOnly(String change) throws SQLException {
        events.append(List.of(Events.view(ann, "id", 1)));
        try (var connection = Connections.open(database);
                var statement = connection.createStatement()) {
            assertThatThrownBy(() -> statement.execute(change.formatted(tenant)))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("events is append-only");
        }
        assertThat(events.history(ann).engagements()).hasSize(1);
    }

    private LearnerHistory logged(LearnerKey learner) {
        var found = new ArrayList<LearnerHistory>();
        events.activityLog().forEachLearner(h -> {
            if (h.learner().equals(learner)) {
                found.add(h);
            }
        });
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private static List<LearnerEvent> flat(LearnerHistory history) {
        return Stream.of(
                        history.engagements(),
                        history.assessments(),
                        history.signals(),
                        history.outcomes(),
                        history.answers())
                .<LearnerEvent>flatMap(List::stream)
                .toList();
    }
}
