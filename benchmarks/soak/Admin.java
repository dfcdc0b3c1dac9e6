import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What an operator asks of the service. Thread-safe. */
final class Admin {
    /** An operator waits longer than a caller: the files of all versions are hashed to show them. */
    private static final int PATIENCE_MILLIS = 60_000;

    private final URI target;
    private final String key;

    Admin(URI target, String key) {
        this.target = target;
        this.key = key;
    }

    /** Something to wait for. */
    interface Question {
        boolean yes() throws IOException;
    }

    /** Asks as the administrator; an answer with another status than the wanted one is an IOException that tells it. */
    JsonNode ask(int status, String method, String path, String body) throws IOException {
        return ask(status, method, path, key, body);
    }

    /** Asks with a key; what is refused with 503 and Retry-After is asked again, as a caller would, for 30 s. */
    JsonNode ask(int status, String method, String path, String key, String body) throws IOException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (true) {
            Connection.Answer answer = once(method, path, key, body);
            String text = new String(answer.body(), StandardCharsets.UTF_8);
            if (answer.status() == status) {
                return JsonMapper.shared().readTree(text);
            }
            if (answer.status() != 503 || answer.retryAfter() < 0 || System.nanoTime() > end) {
                throw new IOException(method + " " + path + " gave " + answer.status() + ": " + text);
            }
            try {
                TimeUnit.SECONDS.sleep(answer.retryAfter());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted while " + path + " was to be asked again", e);
            }
        }
    }

    private Connection.Answer once(String method, String path, String key, String body) throws IOException {
        try (var connection = new Connection(target, PATIENCE_MILLIS)) {
            return connection.exchange(method, path, key, body.getBytes(StandardCharsets.UTF_8));
        }
    }

    /** Waits until something is so, whatever goes wrong meanwhile; returns the seconds it took. */
    double await(Duration atMost, String what, Question question) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        String last = "";
        while (System.nanoTime() - begin < atMost.toNanos()) {
            try {
                if (question.yes()) {
                    return (System.nanoTime() - begin) / 1e9;
                }
            } catch (IOException e) {
                last = "; last: " + e.getMessage();
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
        throw new IOException("not so within " + atMost.toSeconds() + " s: " + what + last);
    }

    /** Returns how many served lists the service did not write, as /metrics tells. */
    int droppedLists() throws IOException {
        String text = new String(once("GET", "/metrics", key, "").body(), StandardCharsets.UTF_8);
        var dropped = Pattern.compile("(?m)^skillpod_served_lists_dropped_total(?:\\{.*})? (\\S+)").matcher(text);
        if (!dropped.find()) {
            throw new IOException("/metrics does not tell skillpod_served_lists_dropped_total");
        }
        return (int) Double.parseDouble(dropped.group(1));
    }

    boolean healthy() throws IOException {
        return ask(200, "GET", "/health", "").path("degraded").isEmpty();
    }

    /** Returns the version of a model that answers; empty when none does. */
    String serving(String model) throws IOException {
        for (JsonNode one : ask(200, "GET", "/api/v1/models/status", "").path("models")) {
            if (one.path("name").asString().equals(model)) {
                return one.path("version").asString();
            }
        }
        return "";
    }

    /** Returns a new key. */
    String key(String role, String tenant) throws IOException {
        String bound = tenant.isEmpty() ? "" : ",\"tenant_id\":\"" + tenant + "\"";
        return ask(201, "POST", "/api/v1/keys", "{\"role\":\"" + role + "\",\"name\":\"soak\"" + bound + "}").path("key").asString();
    }

    /** Orders a training and returns its id. */
    String retrain(String model, long seed, String promote) throws IOException {
        return ask(202, "POST", "/api/v1/models/retrain", "{\"models\":[\"" + model + "\"],\"promote\":\"" + promote + "\",\"parameters\":{\"seed\":"
                        + seed + "}}").path("job_id").asString();
    }

    /** Waits for the end of a training and returns it. */
    JsonNode ended(String job) throws IOException, InterruptedException {
        String path = "/api/v1/models/retrain/" + job;
        await(Duration.ofMinutes(15), "training " + job + " has ended", () ->
                !List.of("queued", "running").contains(ask(200, "GET", path, "").path("state").asString()));
        return ask(200, "GET", path, "");
    }
}
