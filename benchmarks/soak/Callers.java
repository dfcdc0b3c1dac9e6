import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * Sends the mix at a constant rate, whatever the service does: a request starts at its planned instant, and its latency counts from
 * there. What is refused with 503 and Retry-After, and only PostgreSQL can answer, is sent again as it is when the time has come, until
 * 30 s have gone by since the planned instant; all else fails at once.
 */
final class Callers {
    private static final long PATIENCE = 30_000_000_000L;
    private static final long FRESH = 5_000_000_000L;
    private static final Pattern ACCEPTED = Pattern.compile("\"accepted\":(\\d+),\"duplicates\":(\\d+)");

    private record Idle(Connection connection, long since) {}

    private final URI target;
    private final Tally tally;
    private final Phases phases;
    private final EventBatches events;
    private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
    private long latest;

    Callers(URI target, Tally tally, Phases phases, EventBatches events) {
        this.target = target;
        this.tally = tally;
        this.phases = phases;
        this.events = events;
    }

    /** Sends for some seconds and waits for the last answers. */
    void run(Mix mix, int rate, int seconds) throws InterruptedException {
        long begin = System.nanoTime() + 50_000_000;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long i = 0; i < (long) rate * seconds; i++) {
                Call call = mix.next();
                long planned = begin + i * 1_000_000_000L / rate;
                for (long wait = planned - System.nanoTime(); wait > 0; wait = planned - System.nanoTime()) {
                    LockSupport.parkNanos(wait);
                }
                latest = Math.max(latest, System.nanoTime() - planned);
                String phase = phases.now();
                threads.submit(() -> send(call, phase, planned));
            }
            threads.shutdown();
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                throw new IllegalStateException("requests without an end");
            }
        }
        idle.forEach(i -> i.connection.close());
    }

    /** Returns by how many milliseconds the latest request started after its planned instant. */
    double latestStart() {
        return latest / 1e6;
    }

    private void send(Call call, String phase, long planned) {
        Outcome first = once(call);
        long firstEnd = System.nanoTime() - planned;
        Outcome last = first;
        try {
            while (last.again && System.nanoTime() - planned + last.pause < PATIENCE) {
                TimeUnit.NANOSECONDS.sleep(last.pause);
                last = once(call);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (last.failure.isEmpty() && call.batch() >= 0) {
            events.acknowledge(call.batch());
        }
        tally.at(phase, call.route())
                .add(firstEnd, System.nanoTime() - planned, first.failure.isEmpty(), first.again, last.empty, last.failure);
    }

    /** What became of one try; {@code pause} in nanoseconds. */
    private record Outcome(String failure, boolean again, long pause, boolean empty) {}

    private Outcome once(Call call) {
        Connection connection = null;
        try {
            connection = open();
            Connection.Answer answer = connection.exchange(call.method(), call.path(), call.key(), call.body());
            if (answer.last()) {
                connection.close();
            } else {
                idle.push(new Idle(connection, System.nanoTime()));
            }
            return judge(call, answer);
        } catch (IOException | RuntimeException e) {
            if (connection != null) {
                connection.close();
            }
            return new Outcome("no answer: " + e, false, 0, false);
        }
    }

    /** Takes an idle connection, unless the service may be about to close it. */
    private Connection open() throws IOException {
        for (Idle one = idle.poll(); one != null; one = idle.poll()) {
            if (System.nanoTime() - one.since < FRESH) {
                return one.connection;
            }
            one.connection.close();
        }
        return new Connection(target);
    }

    private Outcome judge(Call call, Connection.Answer answer) {
        String text = new String(answer.body(), 0, Math.min(60, answer.body().length), StandardCharsets.ISO_8859_1);
        if (answer.status() != call.right()) {
            boolean again = answer.status() == 503 && answer.retryAfter() >= 0 && call.stored();
            return new Outcome(answer.status() + " for " + call.right(), again, answer.retryAfter() * 1_000_000_000L, false);
        }
        if (call.batch() >= 0) {
            var counts = ACCEPTED.matcher(text);
            if (!counts.find() || Integer.parseInt(counts.group(1)) + Integer.parseInt(counts.group(2)) != events.size(call.batch())) {
                return new Outcome("not all events accepted", false, 0, false);
            }
        }
        return new Outcome("", false, 0, text.startsWith("{\"recommendations\":[]") || text.startsWith("{\"skill_gaps\":[]"));
    }
}
