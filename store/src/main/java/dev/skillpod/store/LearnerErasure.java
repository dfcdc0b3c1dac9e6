package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import java.util.HashMap;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Removes a learner from every table, in one transaction. */
final class LearnerErasure {
    private static final String NAMED =
            "jsonb_path_exists(%s, '$.** ? (@ == $user)', jsonb_build_object('user', CAST(? AS text)))";

    private LearnerErasure() {}

    static Erasure run(Handle handle, LearnerKey learner) {
        String tenant = learner.tenantId();
        String user = learner.userId();
        // First of all: what was made of the learner and is still on its way finds this and is not written.
        handle.execute(
                "INSERT INTO erasures VALUES (?, sha256(convert_to(?, 'UTF8')), clock_timestamp())"
                        + " ON CONFLICT (tenant_id, learner_hash) DO UPDATE SET erased_at = excluded.erased_at",
                tenant,
                user);
        // The log's trigger lets go of the rows of the learner who is named here, until the transaction ends.
        handle.execute(
                "SELECT set_config('skillpod.erase_tenant', ?, true), set_config('skillpod.erase_user', ?, true)",
                tenant,
                user);
        Map<String, Integer> gone = new HashMap<>();
        for (String table : LearnerTables.ORDER.keySet()) {
            gone.put(
                    table,
                    handle.execute("DELETE FROM " + table + " WHERE tenant_id = ? AND user_id = ?", tenant, user));
        }
        int jobs = handle.execute(
                "DELETE FROM jobs WHERE tenant_id = ? AND finished_at IS NOT NULL AND (" + NAMED.formatted("request")
                        + " OR " + NAMED.formatted("result") + ")",
                tenant,
                user,
                user);
        return new Erasure(
                gone.getOrDefault("events", 0),
                gone.getOrDefault("learners", 0),
                gone.getOrDefault("recommendations", 0),
                jobs,
                gone.getOrDefault("learning_paths", 0),
                gone.getOrDefault("job_results", 0));
    }
}
