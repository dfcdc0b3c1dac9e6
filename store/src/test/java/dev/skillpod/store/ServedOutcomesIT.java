package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.GenerationMethod;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ServedOutcomesIT {
    /** Far from the times of all other tests, which share the database. */
    private static final Instant NOW = Instant.parse("2001-03-01T00:00:00Z");

    private final Database database = SharedDatabase.get();
    private final String tenant = SharedDatabase.unique("calibration");
    private final List<LearnerEvent> events = new ArrayList<>();
    private int count;

    /**
     * Four lists count: thought to be useful with 0.2, 0.4, 0.6 and 0.8, of which two were. The others do not: not shown, too young, too
     * old, without a probability, by no model.
     */
    @Test
    void comparesWhatWasPredictedOfFirstPlacesWithWhatCame() {
        int day = 30;
        ServedList named = served(day, "m", List.of(0.2, 0.9));
        seen(named);
        events.add(engagement(named, EngagementType.COMPLETE, "c1", named.id().toString(), day, null, null));
        ServedList unnamed = served(day, "m", List.of(0.4, 0.9));
        seen(unnamed);
        events.add(engagement(unnamed, EngagementType.RATE, "c1", null, day - 20, null, 4));
        ServedList tooLate = served(day, "m", List.of(0.6, 0.9));
        seen(tooLate);
        events.add(
                engagement(tooLate, EngagementType.COMPLETE, "c1", tooLate.id().toString(), day - 22, null, null));
        events.add(
                engagement(tooLate, EngagementType.COMPLETE, "c2", tooLate.id().toString(), day, null, null));
        ServedList half = served(day, "m", List.of(0.8, 0.9));
        seen(half);
        events.add(engagement(half, EngagementType.PROGRESS, "c1", half.id().toString(), day, 0.4, null));
        events.add(engagement(half, EngagementType.COMPLETE, "c1", "another list", day, null, null));

        served(day, "m", List.of(0.1, 0.1));
        seen(served(20, "m", List.of(0.1, 0.1)));
        seen(served(82, "m", List.of(0.1, 0.1)));
        seen(served(day, "m", List.of()));
        seen(served(day, "untrained", List.of(0.1, 0.1)));
        database.recommendations().flush(Duration.ofSeconds(10));
        database.events().append(events);

        ServedOutcomes.Calibration found =
                database.servedOutcomes().calibration(NOW, Duration.ofDays(21), Duration.ofDays(60), 100);

        assertThat(found.lists()).isEqualTo(4);
        assertThat(found.expected()).isCloseTo(0.5, within(1e-9));
        assertThat(found.observed()).isCloseTo(0.5, within(1e-9));
        assertThat(database.servedOutcomes()
                        .calibration(NOW, Duration.ofDays(21), Duration.ofDays(60), 3)
                        .lists())
                .isEqualTo(3);
    }

    @Test
    void theNewestOfEachSourceIsNamed() {
        var newest = database.servedOutcomes().newest();

        assertThat(newest.keySet())
                .contains("engagement", "assessment", "market_signal", "application_outcome", "demand", "postings");
    }

    private ServedList served(int daysAgo, String version, List<Double> relevances) {
        var list = new ServedList(
                UUID.randomUUID(),
                new LearnerKey(tenant, "user-" + count++),
                NOW.minus(Duration.ofDays(daysAgo)),
                version,
                GenerationMethod.HYBRID,
                List.of("c1", "c2"),
                List.of(0.9, 0.1),
                "ranked",
                List.of(1.0, 1.0),
                List.of(false, false),
                "real",
                relevances);
        database.recommendations().offer(list);
        return list;
    }

    private void seen(ServedList list) {
        events.add(new Engagement(
                "seen-" + list.id(),
                list.learner(),
                list.createdAt(),
                EngagementType.IMPRESSION,
                "c1",
                list.id().toString(),
                1,
                null,
                null,
                null));
    }

    private Engagement engagement(
            ServedList list,
            EngagementType type,
            String content,
            String recommendation,
            int daysAgo,
            Double progress,
            Integer rating) {
        return new Engagement(
                "e-" + count++,
                list.learner(),
                NOW.minus(Duration.ofDays(daysAgo)).plusSeconds(60),
                type,
                content,
                recommendation,
                null,
                null,
                progress,
                rating);
    }
}
