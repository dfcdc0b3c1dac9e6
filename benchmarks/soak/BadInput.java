import java.nio.charset.StandardCharsets;
import java.util.Random;

/** Requests that a service must refuse, each with the status it owes. */
final class BadInput {
    private static final String GENERATE = "/api/v1/recommendations/generate";

    private BadInput() {}

    static Call next(Keys keys, Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> bad("POST", GENERATE, keys.caller(), "{\"user_context\":{\"tenant_id\":\"default\"}}", 422);
            case 1 -> bad("POST", GENERATE, keys.caller(), "{\"user_context\":{\"user_id\":", 400);
            case 2 -> bad("POST", "/api/v1/skill-gaps/analyze", "", "{\"user_context\":{\"tenant_id\":\"default\",\"user_id\":\"u\"}}", 401);
            case 3 -> bad("POST", GENERATE, keys.ofOneTenant(), "{\"user_context\":{\"tenant_id\":\"default\",\"user_id\":\"u\"}}", 403);
            case 4 -> bad("POST", "/api/v1/events", keys.caller(), "[]", 403);
            case 5 -> bad(
                    "POST", "/api/v1/events", keys.ingest(),
                    "[{\"event_id\":\"bad\",\"tenant_id\":\"default\",\"user_id\":\"u\",\"type\":\"VIEW\",\"timestamp\":\"2026-11-01T00:00:00Z\","
                            + "\"content_id\":\"no-such-content\"}]",
                    422);
            case 6 -> bad("GET", "/api/v1/trends/forecast/python?periods_ahead=99", keys.caller(), "", 422);
            default -> bad("GET", "/api/v1/no-such-route", keys.caller(), "", 404);
        };
    }

    private static Call bad(String method, String path, String key, String body, int right) {
        return new Call("bad input", method, path, key, body.getBytes(StandardCharsets.UTF_8), right);
    }
}
