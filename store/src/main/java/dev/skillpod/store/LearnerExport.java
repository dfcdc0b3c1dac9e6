package dev.skillpod.store;

import dev.skillpod.core.activity.LearnerKey;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads everything that is stored about a learner. */
final class LearnerExport {
    private LearnerExport() {}

    /** Returns, by table, every row with every column, as JSON objects. */
    static Map<String, List<String>> run(Handle handle, LearnerKey learner) {
        var rows = new LinkedHashMap<String, List<String>>();
        LearnerTables.ORDER.forEach((table, order) -> rows.put(
                table,
                handle.createQuery("SELECT to_jsonb(t) - 'tenant_id' - 'user_id' FROM " + table
                                + " t WHERE tenant_id = ? AND user_id = ? ORDER BY " + order)
                        .bind(0, learner.tenantId())
                        .bind(1, learner.userId())
                        .mapTo(String.class)
                        .list()));
        return rows;
    }
}
