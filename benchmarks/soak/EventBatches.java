import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Properties;
import java.util.Random;

/**
 * Batches of 1 to 9 events about learners of the starter world, and which of them were acknowledged. Every event has an id of its own,
 * {@code soak-<run>-<batch>-<number>}. {@link #next} is for one thread, the rest for all.
 */
final class EventBatches {
    private static final int LEARNERS = 5_000;

    private final List<String> skills;
    private final List<String> contents;
    private final Random random;
    private final String prefix = "soak-" + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX) + "-";
    private final List<Integer> sizes = new ArrayList<>();
    private final BitSet acknowledged = new BitSet();

    /** Takes ids and names of skills and contents, alternating. */
    EventBatches(List<String> skills, List<String> contents, Random random) {
        this.skills = skills;
        this.contents = contents;
        this.random = random;
    }

    Call next(String tenant, String key) {
        int size = 1 + random.nextInt(9);
        int batch;
        synchronized (this) {
            batch = sizes.size();
            sizes.add(size);
        }
        var body = new StringBuilder(200 * size).append('[');
        Instant now = Instant.now();
        for (int i = 0; i < size; i++) {
            body.append(i == 0 ? "" : ",").append("{\"event_id\":\"").append(prefix).append(batch).append('-').append(i).append("\",\"tenant_id\":\"")
                    .append(tenant).append("\",\"user_id\":\"starter-%05d\"".formatted(1 + random.nextInt(LEARNERS)))
                    .append(",\"timestamp\":\"").append(now.minusMillis(random.nextInt(60_000))).append("\",").append(what()).append('}');
        }
        return new Call("events", "POST", "/api/v1/events", key, body.append(']').toString().getBytes(StandardCharsets.UTF_8), 200, true, batch);
    }

    private String what() {
        String content = "\"content_id\":\"" + contents.get(2 * random.nextInt(contents.size() / 2)) + "\"";
        String skill = skills.get(2 * random.nextInt(skills.size() / 2));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> "\"type\":\"VIEW\"," + content;
            case 3 -> "\"type\":\"START\"," + content;
            case 4 -> "\"type\":\"PROGRESS\",\"progress\":0." + (1 + random.nextInt(9)) + "," + content;
            case 5 -> "\"type\":\"COMPLETE\"," + content;
            case 6 -> "\"type\":\"RATE\",\"rating\":" + (1 + random.nextInt(5)) + "," + content;
            case 7 -> "\"type\":\"ASSESSMENT\",\"skill_id\":\"" + skill + "\",\"score\":" + random.nextInt(101);
            case 8 -> "\"type\":\"ANSWER\",\"item_id\":\"item-" + random.nextInt(200) + "\",\"correct\":" + random.nextBoolean()
                    + ",\"skill_ids\":[\"" + skill + "\"]";
            default -> "\"type\":\"MARKET_SIGNAL\",\"signal_type\":\"SKILL_SEARCH\",\"skill_ids\":[\"" + skill + "\"]";
        };
    }

    synchronized void acknowledge(int batch) {
        acknowledged.set(batch);
    }

    /** Returns how many events a batch has. */
    synchronized int size(int batch) {
        return sizes.get(batch);
    }

    /** Counts what is stored; returns how many acknowledged events are not. */
    synchronized int lost(String jdbcUrl, Properties login) throws SQLException {
        var stored = new ArrayList<BitSet>();
        sizes.forEach(size -> stored.add(new BitSet()));
        int rows = 0;
        try (var connection = DriverManager.getConnection(jdbcUrl, login)) {
            connection.setAutoCommit(false);
            try (var statement = connection.createStatement()) {
                statement.setFetchSize(10_000);
                var ids = statement.executeQuery("SELECT event_id FROM events WHERE event_id LIKE '" + prefix + "%'");
                while (ids.next()) {
                    String[] parts = ids.getString(1).split("-");
                    stored.get(Integer.parseInt(parts[2])).set(Integer.parseInt(parts[3]));
                    rows++;
                }
            }
        }
        int sent = 0;
        int told = 0;
        int there = 0;
        for (int batch = 0; batch < sizes.size(); batch++) {
            sent += sizes.get(batch);
            if (acknowledged.get(batch)) {
                told += sizes.get(batch);
                there += stored.get(batch).cardinality();
            }
        }
        System.out.printf(
                "events: %,d sent in %,d batches; %,d acknowledged, of these %,d in the database, %,d lost; %,d rows there that were not"
                        + " acknowledged%n",
                sent, sizes.size(), told, there, told - there, rows - there);
        return told - there;
    }
}
