package dev.skillpod.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The tables that hold rows about one learner: all of them, and only here. Export and erasure go through this list. */
final class LearnerTables {
    /** The tables, and the order of a learner's rows in each. Every one has {@code tenant_id} and {@code user_id}. */
    static final Map<String, String> ORDER = order();

    /** Those with what was made of learners and is written after they were read. Triggers refuse what comes after an erasure. */
    static final List<String> MADE = List.of("recommendations", "learning_paths", "job_results");

    private LearnerTables() {}

    private static Map<String, String> order() {
        var tables = new LinkedHashMap<String, String>();
        tables.put("learners", "user_id");
        tables.put("events", "occurred_at, seq");
        tables.put("recommendations", "created_at, id");
        tables.put("learning_paths", "created_at, id");
        tables.put("job_results", "job_id, position");
        return java.util.Collections.unmodifiableMap(tables);
    }
}
