package dev.skillpod.app.runtime.retrain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.config.Settings;
import dev.skillpod.store.StoreUnavailableException;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RetrainScheduleTest {
    private Instant now = Instant.parse("2026-11-26T03:10:00Z");
    private OptionalDouble newShare = OptionalDouble.empty();
    private final Map<String, Instant> turns = new HashMap<>();
    private final List<Trigger> orders = new ArrayList<>();
    private int callsUntilAway = Integer.MAX_VALUE;

    /** Two of them stand for two replicas: they share the turns. */
    private RetrainSchedule replica(String cron, String whenStale) {
        var settings = Settings.read(Map.of("RETRAIN_CRON", cron, "RETRAIN_WHEN_STALE", whenStale));
        return new RetrainSchedule(settings.retrain(), () -> now, new RetrainSchedule.Trainings() {
            @Override
            public boolean take(String name, Instant due) {
                mayBeAway();
                boolean later = turns.getOrDefault(name, Instant.MIN).isBefore(due);
                if (later) {
                    turns.put(name, due);
                }
                return later;
            }

            @Override
            public OptionalDouble newShare() {
                return newShare;
            }

            @Override
            public void order(Trigger trigger) {
                mayBeAway();
                orders.add(trigger);
            }
        });
    }

    private void mayBeAway() {
        if (callsUntilAway-- == 0) {
            throw new StoreUnavailableException("PostgreSQL does not answer", null);
        }
    }

    private void lookAt(String time, RetrainSchedule... replicas) {
        now = Instant.parse(time);
        for (RetrainSchedule replica : replicas) {
            replica.look();
        }
    }

    @Test
    void oneOfTwoReplicasActsAtEachTime() {
        RetrainSchedule one = replica("0 30 3 * * *", "");
        RetrainSchedule other = replica("0 30 3 * * *", "");

        lookAt("2026-11-26T03:29:59Z", one, other);
        assertThat(orders).isEmpty();
        lookAt("2026-11-26T03:30:04Z", one, other);
        lookAt("2026-11-26T03:30:09Z", one, other);
        assertThat(orders).containsExactly(Trigger.SCHEDULE);
        lookAt("2026-11-27T03:30:02Z", other, one);
        assertThat(orders).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1}) // when the turn is taken, when the training is ordered
    void aTimeThatComesWhilePostgresIsAwayIsMadeUpForOnce(int calls) {
        RetrainSchedule one = replica("0 30 3 * * *", "");
        callsUntilAway = calls;

        lookAt("2026-11-26T03:30:04Z", one);
        assertThat(orders).isEmpty();
        lookAt("2026-11-26T03:30:09Z", one);
        assertThat(orders).containsExactly(Trigger.SCHEDULE);
        lookAt("2026-11-26T03:30:14Z", one);
        assertThat(orders).hasSize(1);
    }

    @Test
    void newDataSetATrainingOffWhenThereIsEnough() {
        RetrainSchedule one = replica("", "0.2");
        RetrainSchedule other = replica("", "0.2");
        newShare = OptionalDouble.of(0.19);

        lookAt("2026-11-26T03:10:00Z", one, other);
        assertThat(orders).isEmpty();
        newShare = OptionalDouble.of(0.2);
        lookAt("2026-11-26T03:14:00Z", one, other); // not counted again yet
        assertThat(orders).isEmpty();
        lookAt("2026-11-26T03:15:00Z", one, other);
        assertThat(orders).containsExactly(Trigger.FRESHNESS);
        newShare = OptionalDouble.empty(); // a training is under way
        lookAt("2026-11-26T03:20:00Z", one, other);
        assertThat(orders).hasSize(1);
    }

    @Test
    void withoutSettingsNothingHappens() {
        newShare = OptionalDouble.of(50);
        lookAt("2026-12-26T03:30:00Z", replica("", ""));

        assertThat(orders).isEmpty();
        assertThat(turns).isEmpty();
    }
}
