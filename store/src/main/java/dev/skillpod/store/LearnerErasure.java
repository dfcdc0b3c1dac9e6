package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import org.jdbi.v3.core.Handle;

/** Removes a learner from every table, in one transaction. */
final class LearnerErasure {
    private static final String NAMED =
            "jsonb_path_exists(%s, '$.** ? (@ == $user)', jsonb_build_object('user', CAST(? AS text)))";

    private LearnerErasure() {}

    static Erasure run(Handle handle, LearnerKey learner) {
        String tenant = learner.tenantId();
        String user = learner.userId();
        // The log's trigger lets go of the rows of the learner who is named here, until the transaction ends.
        handle.execute(
                "SELECT set_config('skillpod.erase_tenant', ?, true), set_config('skillpod.erase_user', ?, true)",
                tenant,
                user);
        delete(handle, "job_results", tenant, user);
        return new Erasure(
                delete(handle, "events", tenant, user),
                delete(handle, "learners", tenant, user),
                delete(handle, "recommendations", tenant, user),
                handle.execute(
                        "DELETE FROM jobs WHERE tenant_id = ? AND finished_at IS NOT NULL AND ("
                                + NAMED.formatted("request") + " OR " + NAMED.formatted("result") + ")",
                        tenant,
                        user,
                        user),
                delete(handle, "learning_paths", tenant, user));
    }

    private static int delete(Handle handle, String table, String tenant, String user) {
        return handle.execute("DELETE FROM " + table + " WHERE tenant_id = ? AND user_id = ?", tenant, user);
    }
}
