import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final int READ_TIMEOUT_MILLIS = 10_000;

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
        List<String> skills = names(target, "skills", "skill_id");
        List<String> roles = names(target, "roles", "role_id");
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

    /** Returns ids and names of a part of the catalogue, alternating. */
    private static List<String> names(URI target, String part, String idField) throws IOException {
        try (var connection = new Connection(target)) {
            var answer = connection.exchange("GET", "/api/v1/" + part + "?limit=1000", "");
            if (answer.status != 200) {
                throw new IOException("GET /api/v1/" + part + " gave " + answer.status);
            }
            var names = new ArrayList<String>();
            Matcher items = Pattern.compile("\\{\"" + idField + "\":\"([^\"]+)\",\"(?:name|title)\":\"([^\"]+)\"")
                    .matcher(new String(answer.body, StandardCharsets.UTF_8));
            while (items.find()) {
                names.add(items.group(1));
                names.add(items.group(2));
            }
            return names;
        }
    }

    /** Lets a job of low priority work beside the measurement. */
    private static void submitBatch(URI target, int users) throws IOException {
        var ids = new ArrayList<String>();
        for (int i = 1; i <= users; i++) {
            ids.add("\"starter-%05d\"".formatted(i));
        }
        try (var connection = new Connection(target)) {
            var answer = connection.exchange("POST", "/api/v1/recommendations/batch?tenant_id=default", ids.toString());
            System.out.println("batch job of " + users + " learners: status " + answer.status);
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
                if (!threads.awaitTermination(3L * READ_TIMEOUT_MILLIS, TimeUnit.MILLISECONDS)) {
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
                Answer answer = connection.exchange("POST", path, bodies[request]);
                String text = new String(answer.body, 0, Math.min(40, answer.body.length), StandardCharsets.ISO_8859_1);
                result = answer.status == 200 && text.startsWith(nothing) ? "200 (empty list)" : "" + answer.status;
                if (answer.last) {
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
                    Answer answer = connection.exchange("POST", path, body);
                    nanos.add(System.nanoTime() - start);
                    results.computeIfAbsent("" + answer.status, r -> new AtomicInteger())
                            .incrementAndGet();
                    open = !answer.last;
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
            return nanos[Math.max(0, (int) Math.ceil(share * nanos.length) - 1)] / 1e6;
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

    private record Answer(int status, byte[] body, boolean last) {}

    /** A kept-alive HTTP/1.1 connection; just enough of the protocol, to leave the processor to the service. */
    private static final class Connection implements AutoCloseable {
        private final Socket socket = new Socket();
        private final String host;
        private final InputStream in;
        private final OutputStream out;

        Connection(URI target) throws IOException {
            int port = target.getPort() < 0 ? 80 : target.getPort();
            host = target.getHost() + ":" + port;
            socket.setOption(StandardSocketOptions.TCP_NODELAY, true);
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            socket.connect(new InetSocketAddress(target.getHost(), port), READ_TIMEOUT_MILLIS);
            in = new BufferedInputStream(socket.getInputStream(), 32_768);
            out = socket.getOutputStream();
        }

        Answer exchange(String method, String path, String body) throws IOException {
            return exchange(method, path, body.getBytes(StandardCharsets.UTF_8));
        }

        Answer exchange(String method, String path, byte[] body) throws IOException {
            byte[] head = (method + " " + path + " HTTP/1.1\r\nHost: " + host
                            + "\r\nContent-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.ISO_8859_1);
            byte[] request = Arrays.copyOf(head, head.length + body.length);
            System.arraycopy(body, 0, request, head.length, body.length);
            out.write(request);
            int status = Integer.parseInt(line().split(" ")[1]);
            int length = 0;
            boolean last = false;
            for (String line = line(); !line.isEmpty(); line = line()) {
                String header = line.toLowerCase();
                if (header.startsWith("content-length:")) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (header.startsWith("transfer-encoding:")) {
                    length = -1;
                } else if (header.equals("connection: close")) {
                    last = true;
                }
            }
            return new Answer(status, length < 0 ? chunks() : exactly(length), last);
        }

        private byte[] chunks() throws IOException {
            byte[] body = {};
            for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
                byte[] chunk = exactly(size);
                int old = body.length;
                body = Arrays.copyOf(body, old + size);
                System.arraycopy(chunk, 0, body, old, size);
                line();
            }
            line();
            return body;
        }

        private byte[] exactly(int length) throws IOException {
            byte[] bytes = in.readNBytes(length);
            if (bytes.length < length) {
                throw new IOException("the connection ended within a body");
            }
            return bytes;
        }

        private String line() throws IOException {
            var line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection ended");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }

        @Override
        public void close() {
            try {
                socket.close();
            } catch (IOException e) {
                // it is gone either way
            }
        }
    }

    /** Requests: 70 % learners of the starter world in random order, 25 % unseen ones with a profile, 5 % empty profiles. */
    private static final class Profiles implements Requests {
        private static final int LEARNERS = 5_000;
        private static final String[] SIGNALS = {
            "JOB_VIEW", "JOB_APPLICATION", "SKILL_SEARCH", "PROFILE_GAP", "JOB_REJECTION"
        };

        private final List<String> skills;
        private final List<String> roles;
        private final Random random;
        private final List<Integer> learners = new ArrayList<>();
        private int next;
        private int made;

        Profiles(List<String> skills, List<String> roles, Random random) {
            this.skills = skills;
            this.roles = roles;
            this.random = random;
            for (int i = 1; i <= LEARNERS; i++) {
                learners.add(i);
            }
        }

        @Override
        public String path() {
            return "/api/v1/recommendations/generate";
        }

        @Override
        public String nothing() {
            return "{\"recommendations\":[]";
        }

        @Override
        public String next() {
            int kind = random.nextInt(100);
            var user = new ArrayList<String>();
            user.add("\"tenant_id\":\"default\"");
            if (kind < 70) {
                if (next % LEARNERS == 0) {
                    Collections.shuffle(learners, random);
                }
                user.add("\"user_id\":\"starter-%05d\"".formatted(learners.get(next++ % LEARNERS)));
                addSometimes(10, user, "\"target_role\":\"" + role() + "\"");
                addSometimes(10, user, "\"career_goals\":[\"" + goal() + "\"]");
            } else {
                user.add("\"user_id\":\"unseen-" + Long.toHexString(random.nextLong()) + "\"");
                if (kind < 95) {
                    user.add("\"skills\":[" + levels(1 + random.nextInt(12)) + "]");
                    user.add("\"target_role\":\"" + role() + "\"");
                    addSometimes(30, user, "\"career_goals\":[\"" + goal() + "\"]");
                    addSometimes(30, user, "\"weekly_learning_hours\":" + (1 + random.nextInt(20)));
                }
            }
            var fields = new ArrayList<String>();
            fields.add("\"user_context\":{" + String.join(",", user) + "}");
            if (kind < 95) {
                addSometimes(30, fields, "\"recent_signals\":[" + signal() + "," + signal() + "]");
                addSometimes(20, fields, "\"max_recommendations\":" + (5 + random.nextInt(16)));
            }
            fields.add("\"min_confidence\":0.2" + "%07d".formatted(++made)); // no two requests are alike
            return "{" + String.join(",", fields) + "}";
        }

        private void addSometimes(int percent, List<String> fields, String field) {
            if (random.nextInt(100) < percent) {
                fields.add(field);
            }
        }

        private String levels(int count) {
            var levels = new ArrayList<String>();
            for (int i = 0; i < count; i++) {
                int skill = random.nextInt(skills.size() / 2);
                levels.add("{\"skill_id\":\"%s\",\"skill_name\":\"%s\",\"current_level\":%d}"
                        .formatted(skills.get(2 * skill), skills.get(2 * skill + 1), random.nextInt(101)));
            }
            return String.join(",", levels);
        }

        private String signal() {
            return "{\"signal_type\":\"%s\",\"skill_ids\":[\"%s\"],\"timestamp\":\"%s\"}"
                    .formatted(
                            SIGNALS[random.nextInt(SIGNALS.length)],
                            skills.get(2 * random.nextInt(skills.size() / 2)),
                            Instant.now().minusSeconds(60 + random.nextInt(2_000_000)));
        }

        /** Sometimes the id, sometimes the title. */
        private String role() {
            return roles.get(random.nextInt(roles.size()));
        }

        /** Free text that the service has to embed. */
        private String goal() {
            return "Become a " + roles.get(2 * random.nextInt(roles.size() / 2) + 1) + " who is good at "
                    + skills.get(2 * random.nextInt(skills.size() / 2) + 1) + " and "
                    + skills.get(2 * random.nextInt(skills.size() / 2) + 1);
        }
    }
}
