package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.recommend.GenerationMethod;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RecommendationStoreIT {
    private final RecommendationStore lists = SharedDatabase.get().recommendations();
    private final LearnerKey ann = new LearnerKey(SharedDatabase.unique("lists"), "ann");

    @Test
    void findsAListAtOnceAndAfterItIsWritten() {
        ServedList list = list(ann, 1);

        assertThat(lists.offer(list)).isTrue();

        assertThat(lists.find(ann.tenantId(), list.id())).hasValue(list);
        assertThat(lists.flush(Duration.ofSeconds(10))).isTrue();
        assertThat(lists.find(ann.tenantId(), list.id())).hasValue(list);
        assertThat(lists.latest(ann, 10)).containsExactly(list);
    }

    @Test
    void listsAreTheTenantsOwn() {
        ServedList list = list(ann, 1);
        String other = SharedDatabase.unique("lists");
        lists.offer(list);

        assertThat(lists.find(other, list.id())).isEmpty();
        lists.flush(Duration.ofSeconds(10));
        assertThat(lists.find(other, list.id())).isEmpty();
        assertThat(lists.latest(new LearnerKey(other, "ann"), 10)).isEmpty();
    }

    @Test
    void writesManyAndReturnsTheNewestFirst() {
        long before = lists.written();
        for (int i = 0; i < 2_000; i++) {
            lists.offer(list(ann, i));
        }

        assertThat(lists.flush(Duration.ofSeconds(20))).isTrue();
        assertThat(lists.written() - before).isEqualTo(2_000);
        assertThat(lists.latest(ann, 2))
                .extracting(ServedList::createdAt)
                .containsExactly(Events.at(1_999), Events.at(1_998));
    }

    @Test
    void refusesWhatPostgresCannotHold() {
        assertThatThrownBy(() -> lists.offer(list(new LearnerKey("t\0", "ann"), 1)))
                .isInstanceOf(InvalidRecordException.class);
    }

    private static ServedList list(LearnerKey learner, int minute) {
        return new ServedList(
                UUID.randomUUID(),
                learner,
                Events.at(minute),
                "20261123-101500-ab12cd34",
                GenerationMethod.COLD_START,
                List.of("c1", "c,\"2\""),
                List.of(0.9, 0.1),
                "tail-1",
                List.of(1.0, 0.0125),
                List.of(false, true),
                "mixed");
    }
}
