package dev.skillpod.app.endtoend;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/** Events as callers send them. */
final class Events {
    static final String PATH = "/api/v1/events";

    private Events() {}

    /** Returns an event of a new id that happened a second ago. */
    static Map<String, Object> event(String tenant, String user, String type, String content) {
        var event = new LinkedHashMap<String, Object>();
        event.put("event_id", UUID.randomUUID().toString());
        event.put("tenant_id", tenant);
        event.put("user_id", user);
        event.put("type", type);
        event.put("timestamp", Instant.now().minusSeconds(1).toString());
        event.put("content_id", content);
        return event;
    }

    @SafeVarargs
    static String json(Map<String, Object>... events) {
        return JsonMapper.shared().writeValueAsString(List.of(events));
    }
}
