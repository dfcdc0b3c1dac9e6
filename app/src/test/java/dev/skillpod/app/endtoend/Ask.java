package dev.skillpod.app.endtoend;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** A request for a list, field by field. Each method returns a new request. */
record Ask(Map<String, Object> user, Map<String, Object> fields) {
    static Ask of(String tenant, String user) {
        return new Ask(Map.of("tenant_id", tenant, "user_id", user), Map.of());
    }

    Ask user(String field, Object value) {
        return new Ask(with(user, field, value), fields);
    }

    Ask field(String field, Object value) {
        return new Ask(user, with(fields, field, value));
    }

    Ask skill(String id, int level) {
        return user("skills", List.of(Map.of("skill_id", id, "skill_name", id, "current_level", level)));
    }

    Ask gap(String id, int score) {
        return field("skill_gaps", List.of(Map.of("skill_id", id, "skill_name", id, "gap_score", score)));
    }

    /** Asks for as many as there can be, however unsure. */
    Ask all() {
        return field("max_recommendations", 50).field("min_confidence", 0);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(with(fields, "user_context", user));
    }

    private static Map<String, Object> with(Map<String, Object> map, String key, Object value) {
        var changed = new LinkedHashMap<>(map);
        changed.put(key, value);
        return changed;
    }
}
