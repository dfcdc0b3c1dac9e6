package dev.skillpod.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.LearningStyle;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.GenerationMethod;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LearnerStoreIT {
    private static final LearnerProfile PROFILE = new LearnerProfile(
            List.of(new LearnerSkill("java", 70, 2.5), new LearnerSkill("sql", 0, null)),
            List.of("Become a \"lead\" 😀", ""),
            "data-engineer",
            Proficiency.ADVANCED,
            LearningStyle.PROJECT_BASED,
            12);

    private final Database database = SharedDatabase.get();
    private final LearnerStore learners = database.learners();
    private final String tenant = SharedDatabase.unique("learners");
    private final LearnerKey ann = new LearnerKey(tenant, "ann");
    private final LearnerKey otherAnn = new LearnerKey(SharedDatabase.unique("learners"), "ann");

    @Test
    void givesBackAndReplacesProfiles() {
        learners.upsert(ann, PROFILE, DataSource.REAL);
        assertThat(learners.find(ann)).hasValue(PROFILE);
        assertThat(database.events().history(ann).profile()).isEqualTo(PROFILE);

        learners.upsert(ann, LearnerProfile.empty(), DataSource.REAL);
        assertThat(learners.find(ann)).hasValue(LearnerProfile.empty());
    }

    @Test
    void profilesAreTheTenantsOwn() {
        learners.upsert(ann, PROFILE, DataSource.REAL);

        assertThat(learners.find(otherAnn)).isEmpty();
        assertThat(learners.count(otherAnn.tenantId())).isZero();
        assertThat(learners.users(otherAnn.tenantId(), "", 10)).isEmpty();
        assertThat(database.events().history(otherAnn).profile()).isEqualTo(LearnerProfile.empty());

        learners.upsert(otherAnn, LearnerProfile.empty(), DataSource.REAL);
        assertThat(learners.find(ann)).hasValue(PROFILE);
    }

    @Test
    void pagesThroughTheUsersOfATenant() {
        for (String user : List.of("c", "a", "b")) {
            learners.upsert(new LearnerKey(tenant, user), PROFILE, DataSource.SYNTHETIC);
        }

        assertThat(learners.count(tenant)).isEqualTo(3);
        assertThat(learners.users(tenant, "", 2)).containsExactly("a", "b");
        assertThat(learners.users(tenant, "b", 2)).containsExactly("c");
    }

    @Test
    void findsLearnersByTheBeginningOfTheirIds() {
        for (String user : List.of("ab", "b", "a", "a\uD83D\uDE00", "A", "a%")) {
            learners.upsert(new LearnerKey(tenant, user), PROFILE, DataSource.SYNTHETIC);
        }
        learners.upsert(otherAnn, PROFILE, DataSource.REAL);

        assertThat(learners.startingWith(tenant, "a", 10))
                .extracting(found -> found.learner().userId())
                .containsExactly("a", "a%", "ab", "a\uD83D\uDE00");
        assertThat(learners.startingWith(tenant, "a%", 10))
                .containsExactly(new StoredLearner(new LearnerKey(tenant, "a%"), PROFILE, DataSource.SYNTHETIC));
        assertThat(learners.startingWith(tenant, "", 2))
                .extracting(found -> found.learner().userId())
                .containsExactly("A", "a");
        assertThat(learners.startingWith(tenant, "c", 10)).isEmpty();
    }

    @Test
    void refusesBadProfilesWholly() {
        var twice = new LearnerProfile(
                List.of(new LearnerSkill("java", 1, null), new LearnerSkill("java", 2, null)),
                List.of(),
                null,
                null,
                null,
                10);
        var nul = new LearnerProfile(List.of(), List.of("a\0"), null, null, null, 10);
        var level = new LearnerProfile(List.of(new LearnerSkill("java", 101, null)), List.of(), null, null, null, 10);

        assertThatThrownBy(() -> learners.upsert(ann, twice, DataSource.REAL))
                .hasMessage("record 0: skills must name a skill once, twice: java");
        assertThatThrownBy(() -> learners.upsertAll(Map.of(ann, nul), DataSource.REAL))
                .hasMessage("record 0: careerGoals must not contain the NUL character, has one at 1");
        assertThatThrownBy(() -> learners.upsert(ann, level, DataSource.REAL))
                .hasMessage("record 0: skills.level must be in [0, 100], was 101");
        assertThat(learners.find(ann)).isEmpty();
    }

    @Test
    void erasingALearnerLeavesOthersAlone() {
        LearnerKey bob = new LearnerKey(tenant, "bob");
        for (LearnerKey key : List.of(ann, otherAnn, bob)) {
            learners.upsert(key, PROFILE, DataSource.REAL);
            database.events()
                    .append(Events.oneOfEach(new LearnerKey(key.tenantId(), key.userId())).stream()
                            .map(e -> Events.view(key, key.userId() + e.eventId(), 1))
                            .toList());
            database.recommendations()
                    .offer(new ServedList(
                            UUID.randomUUID(),
                            key,
                            Events.START,
                            "m1",
                            GenerationMethod.HYBRID,
                            List.of("c"),
                            List.of(0.5),
                            "ranked",
                            List.of(1.0),
                            List.of(false),
                            "real"));
            database.paths()
                    .add(PathStoreIT.path(
                            key, UUID.nameUUIDFromBytes(key.userId().getBytes(UTF_8))));
        }
        Job mine = database.jobs().create(tenant, "batch", 2, "[\"ann\", \"bob\"]");
        Job others = database.jobs().create(tenant, "batch", 1, "[\"bob\"]");
        database.jobs().finish(tenant, mine.id(), null);
        database.jobs().finish(tenant, others.id(), "{\"ann-like\": \"annika\"}");

        assertThat(database.erase(ann)).isEqualTo(new Erasure(8, 1, 1, 1, 1, 0));

        assertThat(learners.find(ann)).isEmpty();
        assertThat(database.events().history(ann).engagements()).isEmpty();
        assertThat(database.recommendations().latest(ann, 10)).isEmpty();
        assertThat(database.jobs().find(tenant, mine.id())).isEmpty();
        assertThat(database.jobs().find(tenant, others.id())).isPresent();
        assertThat(database.recommendations().flush(Duration.ofSeconds(5))).isTrue();
        for (LearnerKey key : List.of(otherAnn, bob)) {
            assertThat(learners.find(key)).hasValue(PROFILE);
            assertThat(database.events().history(key).engagements()).hasSize(8);
            assertThat(database.recommendations().latest(key, 10)).hasSize(1);
            assertThat(database.paths()
                            .find(
                                    key.tenantId(),
                                    UUID.nameUUIDFromBytes(key.userId().getBytes(UTF_8))))
                    .isPresent();
        }
        assertThat(database.erase(ann)).isEqualTo(new Erasure(0, 0, 0, 0, 0, 0));
    }
}
