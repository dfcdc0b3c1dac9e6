package dev.skillpod.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.recommend.GenerationMethod;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Row-level security, for a login that is a superuser (the embedded PostgreSQL) and for one that owns the tables. */
class TenantIsolationIT {
    enum Login {
        SUPERUSER,
        OWNER
    }

    private static Database owned;

    private final String tenant = SharedDatabase.unique("mine");
    private final String other = SharedDatabase.unique("other");

    @BeforeAll
    static void open() {
        owned = OwnedDatabase.open();
    }

    @AfterAll
    static void close() {
        owned.close();
    }

    private static Database database(Login login) {
        return login == Login.OWNER ? owned : SharedDatabase.get();
    }

    @ParameterizedTest
    @EnumSource
    void aQueryThatForgetsItsTenantGetsNothing(Login login) {
        Database database = database(login);
        Sql sql = database.sql();
        fill(database, new LearnerKey(tenant, "ann"));

        for (String table : LearnerTables.ORDER.keySet()) {
            assertThat(count(sql, null, table)).as(table).isZero();
            assertThat(count(sql, Reach.of(other), table)).as(table).isZero();
            assertThat(count(sql, Reach.of(tenant), table)).as(table).isPositive();
            assertThat(count(sql, Reach.ALL, table)).as(table).isPositive();
            // Nothing of an earlier transaction's reach is left on the connection.
            assertThat(count(sql, null, table)).as(table).isZero();
        }
        assertThat(count(sql, null, "jobs")).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsWrittenChangedOrErasedForAnotherTenant(Login login) {
        Database database = database(login);
        Sql sql = database.sql();
        fill(database, new LearnerKey(tenant, "ann"));

        assertThatThrownBy(() -> sql.write(
                        Reach.of(other),
                        h -> h.execute(
                                "INSERT INTO learners (tenant_id, user_id, weekly_learning_hours, data_source)"
                                        + " VALUES (?, 'eve', 1, 'REAL')",
                                tenant)))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("row-level security");
        assertThat(sql.<Integer>write(
                        Reach.of(other), h -> h.execute("UPDATE learners SET weekly_learning_hours = 80")))
                .isZero();
        assertThat(sql.<Integer>write(h -> h.execute("DELETE FROM learning_paths")))
                .isZero();
        assertThat(database.learners().find(new LearnerKey(tenant, "ann")))
                .hasValueSatisfying(p -> assertThat(p.weeklyLearningHours()).isNotEqualTo(80));
    }

    @ParameterizedTest
    @EnumSource
    void theStoresWorkAndTrainingSeesAllTenants(Login login) {
        Database database = database(login);
        LearnerKey mine = new LearnerKey(tenant, "ann");
        LearnerKey theirs = new LearnerKey(other, "bob");
        fill(database, mine);
        fill(database, theirs);
        database.events().append(List.of(Events.view(mine, "both-1", 1), Events.view(theirs, "both-2", 1)));
        long loaded = database.events()
                .bulkLoad(List.of(Events.view(theirs, "bulk", 2)).iterator(), DataSource.REAL, Progress.SILENT);

        assertThat(loaded).isEqualTo(1);
        assertThat(database.events().history(mine).engagements()).hasSize(2);
        assertThat(database.events().history(theirs).engagements()).hasSize(3);
        var seen = new ArrayList<LearnerHistory>();
        database.events().activityLog().forEachLearner(seen::add);
        assertThat(seen).extracting(LearnerHistory::learner).contains(mine, theirs);
        assertThat(database.erase(theirs).events()).isEqualTo(3);
        assertThat(database.events().history(mine).engagements()).hasSize(2);
    }

    /** A table that a later migration adds is found here: call isolate_tenants for it, and list it in LearnerTables. */
    @ParameterizedTest
    @EnumSource
    void everyTableWithATenantIsLockedAndEveryTableWithALearnerIsExportedAndErased(Login login) {
        Sql sql = database(login).sql();
        List<String> open = sql.query(h -> h.createQuery("SELECT c.relname FROM pg_class c JOIN pg_attribute a"
                        + " ON a.attrelid = c.oid AND a.attname = 'tenant_id' AND NOT a.attisdropped"
                        + " WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p' AND c.relname <> 'api_keys'"
                        + " AND NOT (c.relrowsecurity AND c.relforcerowsecurity)")
                .mapTo(String.class)
                .list());
        List<String> ofLearners = sql.query(h -> h.createQuery("SELECT c.relname FROM pg_class c JOIN pg_attribute a"
                        + " ON a.attrelid = c.oid AND a.attname = 'user_id' AND NOT a.attisdropped"
                        + " WHERE c.relkind IN ('r', 'p') AND c.relpersistence = 'p'")
                .mapTo(String.class)
                .list());

        assertThat(open).isEmpty();
        assertThat(ofLearners).containsExactlyInAnyOrderElementsOf(LearnerTables.ORDER.keySet());
    }

    private static long count(Sql sql, Reach reach, String table) {
        Sql.Work<Long> work = h ->
                h.createQuery("SELECT count(*) FROM " + table).mapTo(Long.class).one();
        return reach == null ? sql.query(work) : sql.snapshot(reach, work);
    }

    private static void fill(Database database, LearnerKey learner) {
        database.learners().upsert(learner, LearnerProfile.empty(), DataSource.REAL);
        database.events().append(List.of(Events.view(learner, "e-" + learner.userId(), 1)));
        database.paths()
                .add(PathStoreIT.path(
                        learner, UUID.nameUUIDFromBytes(learner.toString().getBytes(UTF_8))));
        database.recommendations()
                .offer(new ServedList(
                        UUID.randomUUID(),
                        learner,
                        Events.START,
                        "m1",
                        GenerationMethod.HYBRID,
                        List.of("c"),
                        List.of(0.5),
                        "ranked",
                        List.of(1.0),
                        List.of(false),
                        "real"));
        database.recommendations().flush(java.time.Duration.ofSeconds(5));
        Job job = database.jobs().create(learner.tenantId(), "batch", 1, null);
        database.jobs().addResults(learner.tenantId(), job.id(), List.of(new JobResult(0, learner.userId(), "{}")));
    }
}
