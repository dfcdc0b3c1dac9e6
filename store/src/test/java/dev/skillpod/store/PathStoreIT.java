package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PathStoreIT {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00.123456Z");

    private final PathStore paths = SharedDatabase.get().paths();
    private final String tenant = SharedDatabase.unique("tenant");
    private final UUID id = UUID.randomUUID();
    private final LearnerKey ann = new LearnerKey(tenant, "ann");

    static StoredPath path(LearnerKey learner, UUID id) {
        return new StoredPath(id, learner, 1, "search", "m-1", "{\"steps\": [1, 2]}", NOW, NOW);
    }

    private static StoredPath next(StoredPath path) {
        return new StoredPath(
                path.id(),
                path.learner(),
                path.version() + 1,
                "greedy",
                "m-2",
                "{\"steps\": [3]}",
                path.createdAt(),
                NOW.plusSeconds(1));
    }

    @Test
    void givesBackWhatWasStoredToTheTenantAlone() {
        paths.add(path(ann, id));

        assertThat(paths.find(tenant, id)).hasValue(path(ann, id));
        assertThat(paths.find(tenant + "-other", id)).isEmpty();
        assertThat(paths.find(tenant, UUID.randomUUID())).isEmpty();
    }

    @Test
    void onlyTheNextVersionReplacesAPath() {
        StoredPath first = path(ann, id);
        paths.add(first);
        StoredPath second = next(first);

        assertThat(paths.replace(next(second))).isFalse();
        assertThat(paths.replace(second)).isTrue();
        assertThat(paths.replace(second)).isFalse();
        assertThat(paths.find(tenant, id)).hasValue(second);
    }

    @Test
    void refusesWhatIsNoJson() {
        var broken = new StoredPath(id, ann, 1, "search", "m-1", "{", NOW, NOW);

        assertThatThrownBy(() -> paths.add(broken)).isInstanceOf(StoreException.class);
        assertThat(paths.find(tenant, id)).isEmpty();
    }
}
