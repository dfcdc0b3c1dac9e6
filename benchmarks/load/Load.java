import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Loads one route at a constant rate, whatever the service does: a request starts at its intended instant, and its latency
 * counts from that instant to the last byte of the answer (no coordinated omission). {@code --workload generate} is POST
 * /api/v1/recommendations/generate, {@code --workload gaps} is POST /api/v1/skill-gaps/analyze ({@link GapRequests}), {@code
 * --workload paths} is POST /api/v1/learning-paths/generate ({@link PathRequests}).
 *
 * <p>Run with {@code java Load.java --url http://localhost:8080 --rate 200 --seconds 60 --warmup 20 --p99 15}; ends with 1
 * when a target is missed, with 2 when it cannot run. All requests differ, so that no answer can come from a cache; with {@code
 * --distinct N} there are N different ones in the measured phase, so that all but the first N can.
 *
 * <p>With {@code --peak SECONDS}, that is followed by {@code --clients} clients that send one request after another as fast as
 * they are answered: how many requests per second the service manages at most. Latencies there count from the sending.
 */
public final class Load {
    public static void main(String[] args) throws Exception {
        Map<String, String> options;
        try {
            options = options(args);
        } catch (IllegalArgumentException e) {
            System.err.println("load: " + e.getMessage());
            System.exit(2);
            return;
        }
        var target = URI.create(options.get("url"));
        int rate = Integer.parseInt(options.get("rate"));
        List<String> skills = Catalogue.names(target, "", "skills", "skill_id");
        List<String> roles = Catalogue.names(target, "", "roles", "role_id");
        var random = new Random(Long.parseLong(options.get("seed")));
        Requests requests = switch (options.get("workload")) {
            case "gaps" -> new GapRequests(skills, roles, random);
            case "paths" -> new PathRequests(skills, roles, random);
            default -> new Profiles(skills, roles, random);
        };
        int warmup = Integer.parseInt(options.get("warmup"));
        if (warmup > 0) {
            new Phase(target, rate, warmup, requests, 0).run().print("warm-up, not counted");
        }
        int batch = Integer.parseInt(options.get("batch"));
        if (batch > 0) {
            submitBatch(target, batch);
        }
        Outcome outcome = new Phase(
                        target,
                        rate,
                        Integer.parseInt(options.get("seconds")),
                        requests,
                        Integer.parseInt(options.get("distinct")))
                .run();
        outcome.print("measured");
        double p99 = Double.parseDouble(options.get("p99"));
        boolean met = outcome.errors() <= Integer.parseInt(options.get("max-errors"))
                && outcome.millis(0.99) <= p99
                && outcome.achieved() >= 0.99 * rate;
        System.out.printf(
                "target: p99 <= %s ms, %s errors at most, %d requests/s: %s%n",
                options.get("p99"), options.get("max-errors"), rate, met ? "met" : "MISSED");
        int peakSeconds = Integer.parseInt(options.get("peak"));
        if (peakSeconds > 0) {
            Outcome peak = new Peak(target, Integer.parseInt(options.get("clients")), peakSeconds, requests).run();
            peak.print("peak, " + options.get("clients") + " clients that never rest");
            double least = Double.parseDouble(options.get("least-peak"));
            boolean enough = peak.achieved() >= least && peak.errors() == 0;
            System.out.printf(
                    "target: >= %s requests/s at the peak, no errors: %s%n",
                    options.get("least-peak"), enough ? "met" : "MISSED");
            met &= enough;
        }
        System.exit(met ? 0 : 1);
    }

    private static Map<String, String> options(String[] args) {
        var options = new HashMap<>(Map.of(
                "url",
                "http://localhost:8080",
                "rate",
                "200",
                "seconds",
                "60",
                "warmup",
                "20",
                "p99",
                "",
                "max-errors",
                "0",
                "seed",
                "1",
                "batch",
                "0"));
        options.put("distinct", "0");
        options.putAll(Map.of("peak", "0", "clients", "8", "least-peak", "800", "workload", "generate"));
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!options.containsKey(name) || i + 1 == args.length) {
                throw new IllegalArgumentException("unknown option or no value: " + args[i] + "; options are --"
                        + String.join(" --", options.keySet().stream().sorted().toList()));
            }
            options.put(name, args[i + 1]);
        }
        String workload = options.get("workload");
        var p99 = Map.of("generate", "15", "gaps", "10", "paths", "50");
        if (!p99.containsKey(workload)) {
            throw new IllegalArgumentException("--workload must be one of generate, gaps, paths, was " + workload);
        }
        if (options.get("p99").isEmpty()) {
            options.put("p99", p99.get(workload));
        }
        return options;
    }

    /** Lets a job of low priority work beside the measurement. */
    private static void submitBatch(URI target, int users) throws IOException {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= users; i++) {
            ids.add("\"starter-%05d\"".formatted(i));
        }
        try (var connection = new Connection(target)) {
            var answer = connection.exchange("POST", "/api/v1/recommendations/batch?tenant_id=default", ids.toString().getBytes(StandardCharsets.UTF_8));
            System.out.println("batch job of " + users + " learners: status " + answer.status());
        }
    }

    /** One phase of constant rate. */
    private static final class Phase {
        private final URI target;
        private final String path;
        private final String nothing;
        private final int rate;
        private final byte[][] bodies;
        private final long[] nanos;
        private final ConcurrentLinkedDeque<Connection> idle = new ConcurrentLinkedDeque<>();
        private final Map<String, AtomicInteger> results = new ConcurrentHashMap<>();
        private volatile long lastEnd;

        Phase(URI target, int rate, int seconds, Requests requests, int distinct) {
            this.target = target;
            this.path = requests.path();
            this.nothing = requests.nothing();
            this.rate = rate;
            this.bodies = new byte[rate * seconds][];
            this.nanos = new long[bodies.length];
            for (int i = 0; i < bodies.length; i++) {
                bodies[i] = distinct == 0 || i < distinct
                        ? requests.next().getBytes(StandardCharsets.UTF_8)
                        : bodies[i % distinct];
            }
        }

        Outcome run() throws InterruptedException {
            long begin = System.nanoTime() + 50_000_000;
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                for (int i = 0; i < bodies.length; i++) {
                    long intended = begin + i * 1_000_000_000L / rate;
                    for (long wait = intended - System.nanoTime(); wait > 0; wait = intended - System.nanoTime()) {
                        LockSupport.parkNanos(wait);
                    }
                    int request = i;
                    threads.submit(() -> send(request, intended));
                }
                threads.shutdown();
                if (!threads.awaitTermination(3L * Connection.READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
                    throw new IllegalStateException("requests without an end");
                }
            }
            idle.forEach(Connection::close);
            return new Outcome(
                    nanos, new TreeMap<>(results), bodies.length * 1e9 / Math.max(1, lastEnd - begin), idle.size());
        }

        private void send(int request, long intended) {
            Connection connection = idle.poll();
            String result;
            try {
                if (connection == null) {
                    connection = new Connection(target);
                }
                Connection.Answer answer = connection.exchange("POST", path, bodies[request]);
                String text = new String(answer.body(), 0, Math.min(40, answer.body().length), StandardCharsets.ISO_8859_1);
                result = answer.status() == 200 && text.startsWith(nothing) ? "200 (empty list)" : "" + answer.status();
                if (answer.last()) {
                    connection.close();
                } else {
                    idle.push(connection);
                }
            } catch (IOException | RuntimeException e) {
                result = "no answer: " + e;
                if (connection != null) {
                    connection.close();
                }
            }
            long end = System.nanoTime();
            nanos[request] = end - intended;
            lastEnd = Math.max(lastEnd, end);
            results.computeIfAbsent(result, r -> new AtomicInteger()).incrementAndGet();
        }
    }

    /** Clients that send the next request as soon as the last one is answered. */
    private static final class Peak {
        private static final int READY = 40_000;

        private final URI target;
        private final String path;
        private final int clients;
        private final int seconds;
        private final byte[][] bodies = new byte[READY][];

        Peak(URI target, int clients, int seconds, Requests requests) {
            this.target = target;
            this.path = requests.path();
            this.clients = clients;
            this.seconds = seconds;
            for (int i = 0; i < READY; i++) {
                bodies[i] = requests.next().getBytes(StandardCharsets.UTF_8);
            }
        }

        Outcome run() throws InterruptedException {
            var next = new AtomicInteger();
            var nanos = new ConcurrentLinkedDeque<Long>();
            var results = new ConcurrentHashMap<String, AtomicInteger>();
            long begin = System.nanoTime();
            long end = begin + seconds * 1_000_000_000L;
            var threads = new ArrayList<Thread>();
            for (int c = 0; c < clients; c++) {
                threads.add(Thread.ofPlatform().start(() -> {
                    while (System.nanoTime() < end) {
                        client(next, nanos, results, end);
                    }
                }));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            long[] sorted = nanos.stream().mapToLong(Long::longValue).toArray();
            return new Outcome(
                    sorted, new TreeMap<>(results), sorted.length * 1e9 / (System.nanoTime() - begin), clients);
        }

        private void client(
                AtomicInteger next, ConcurrentLinkedDeque<Long> nanos, Map<String, AtomicInteger> results, long end) {
            try (var connection = new Connection(target)) {
                boolean open = true;
                while (open && System.nanoTime() < end) {
                    byte[] body = bodies[next.getAndIncrement() % READY];
                    long start = System.nanoTime();
                    Connection.Answer answer = connection.exchange("POST", path, body);
                    nanos.add(System.nanoTime() - start);
                    results.computeIfAbsent("" + answer.status(), r -> new AtomicInteger())
                            .incrementAndGet();
                    open = !answer.last();
                }
            } catch (IOException | RuntimeException e) {
                results.computeIfAbsent("no answer: " + e, r -> new AtomicInteger())
                        .incrementAndGet();
            }
        }
    }

    private record Outcome(long[] nanos, Map<String, AtomicInteger> results, double achieved, int connections) {
        Outcome {
            Arrays.sort(nanos);
        }

        int errors() {
            return results.entrySet().stream()
                    .filter(e -> !e.getKey().startsWith("200"))
                    .mapToInt(e -> e.getValue().get())
                    .sum();
        }

        double millis(double share) {
            return Percentiles.millis(nanos, share);
        }

        void print(String title) {
            System.out.printf(
                    "%s: %d requests at %.1f/s over %d connections, by result %s, %d errors%n",
                    title, nanos.length, achieved, connections, results, errors());
            System.out.printf(
                    "  latency in ms: p50 %.2f  p90 %.2f  p95 %.2f  p99 %.2f  p99.9 %.2f  max %.2f%n",
                    millis(.5), millis(.9), millis(.95), millis(.99), millis(.999), millis(1));
        }
    }
}
