package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/**
 * Removes a learner from every table, in two transactions.
 *
 * <p>The first removes every row: who reads of the learner from now on reads nothing of before. Lists, paths and results may still be
 * made of what was read a moment ago. So the second, while nobody writes such rows, notes the instant, and removes those that came
 * in between; what was made before that instant and comes later is refused by triggers.
 */
final class LearnerErasure {
    private static final String NAMED =
            "jsonb_path_exists(%s, '$.** ? (@ == $user)', jsonb_build_object('user', CAST(? AS text)))";

    private LearnerErasure() {}

    static Erasure run(Sql sql, LearnerKey learner) {
        Reach tenant = Reach.of(learner.tenantId());
        Erasure all = sql.write(tenant, h -> all(h, learner));
        return all.and(sql.write(tenant, h -> made(h, learner)));
    }

    private static Erasure all(Handle handle, LearnerKey learner) {
        String tenant = learner.tenantId();
        String user = learner.userId();
        // The log's trigger lets go of the rows of the learner who is named here, until the transaction ends.
        handle.execute(
                "SELECT set_config('skillpod.erase_tenant', ?, true), set_config('skillpod.erase_user', ?, true)",
                tenant,
                user);
        Map<String, Integer> gone = delete(handle, LearnerTables.ORDER.keySet(), learner);
        int jobs = handle.execute(
                "DELETE FROM jobs WHERE tenant_id = ? AND finished_at IS NOT NULL AND (" + NAMED.formatted("request")
                        + " OR " + NAMED.formatted("result") + ")",
                tenant,
                user,
                user);
        return Erasure.of(gone, jobs);
    }

    private static Erasure made(Handle handle, LearnerKey learner) {
        // A writer that hangs must not make all others wait behind this for long.
        handle.execute("SET LOCAL lock_timeout = '5s'");
        handle.execute("SELECT pg_advisory_xact_lock(erasure_lock())");
        handle.execute(
                "INSERT INTO erasures VALUES (?, sha256(convert_to(?, 'UTF8')), clock_timestamp())"
                        + " ON CONFLICT (tenant_id, learner_hash) DO UPDATE SET erased_at = excluded.erased_at",
                learner.tenantId(),
                learner.userId());
        return Erasure.of(delete(handle, LearnerTables.MADE, learner), 0);
    }

    private static Map<String, Integer> delete(Handle handle, Collection<String> tables, LearnerKey learner) {
        Map<String, Integer> gone = new HashMap<>();
        for (String table : tables) {
            gone.put(
                    table,
                    handle.execute(
                            "DELETE FROM " + table + " WHERE tenant_id = ? AND user_id = ?",
                            learner.tenantId(),
                            learner.userId()));
        }
        return gone;
    }
}
