import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;

/**
 * Does things to the service, one after another, each once per round. The time is divided into equal slots; memory is measured at the
 * start of a slot, a third of it stays quiet, then comes the fault, and the rest is for healing. A training goes on while others begin.
 */
final class Faults {
    private static final long SLOT_SECONDS = 120;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String ERASED = "{\"event_id\":\"erased-%1$d-%2$d\",\"tenant_id\":\"soak-1\",\"user_id\":\"erased-%1$d\",\"type\":"
            + "\"MARKET_SIGNAL\",\"signal_type\":\"SKILL_SEARCH\",\"skill_ids\":[\"python\"],\"timestamp\":\"%3$s\"}";

    private record Fault(String name, Act act) {}

    private interface Act {
        String run() throws IOException, InterruptedException;
    }

    private final Servers servers;
    private final Admin admin;
    private final Keys keys;
    private final Phases phases;
    private final Memory memory;
    private final String other;
    private final List<Fault> round = new ArrayList<>();
    private final List<String> problems = new CopyOnWriteArrayList<>();
    private final List<Thread> trainings = new ArrayList<>();
    private final int rounds;
    private final double slot;
    private int erased;

    /** {@code other} is a version of the recommender that does not serve. */
    Faults(Servers servers, Admin admin, Keys keys, Phases phases, Memory memory, String other, int minutes, boolean hangPostgres) {
        this.servers = servers;
        this.admin = admin;
        this.keys = keys;
        this.phases = phases;
        this.memory = memory;
        this.other = other;
        round.add(new Fault("training ordered", this::train));
        round.add(new Fault("learner erased", this::erase));
        round.add(new Fault("redis hung", () -> hang(60, servers.redis::hang, servers.redis::wake)));
        round.add(new Fault("promoted, rolled back", this::swap));
        round.add(new Fault("redis killed", () -> away(10, servers.redis::kill, servers.redis::start)));
        round.add(new Fault("postgresql killed", () -> away(4, servers::killPostgres, servers::restartPostgres)));
        if (hangPostgres) {
            round.add(new Fault("postgresql hung", () -> hang(20, servers::hangPostgres, servers::wakePostgres)));
        }
        rounds = (int) Math.max(1, minutes * 60L / (round.size() * SLOT_SECONDS));
        slot = minutes * 60.0 / (rounds * round.size());
    }

    /** Runs to the end of the time, and until the last training has ended. */
    void run() throws InterruptedException {
        long begin = System.nanoTime();
        for (int i = 0; i < rounds * round.size(); i++) {
            sleepUntil(begin, i * slot);
            sample((System.nanoTime() - begin) / 60e9);
            sleepUntil(begin, (i + 1 / 3.0) * slot);
            run(round.get(i % round.size()), (System.nanoTime() - begin) / 60e9);
        }
        sleepUntil(begin, rounds * round.size() * slot - 2);
        sample((System.nanoTime() - begin) / 60e9);
        for (Thread training : trainings) {
            training.join();
        }
    }

    List<String> problems() {
        return problems;
    }

    private void run(Fault fault, double minute) throws InterruptedException {
        phases.begin(fault.name);
        try {
            String told = fault.act.run();
            double healed = admin.await(SOON, "nothing is degraded", admin::healthy);
            System.out.printf("%5.1f min  %s: %s; nothing degraded %.1f s later%n", minute, fault.name, told, healed);
        } catch (IOException e) {
            problems.add("%.1f min, %s: %s".formatted(minute, fault.name, e.getMessage()));
            System.out.println(problems.getLast());
        } finally {
            phases.end();
        }
    }

    private void sample(double minute) throws InterruptedException {
        phases.begin("full collection");
        try {
            memory.sample(minute);
            TimeUnit.SECONDS.sleep(1); // requests that waited for the collection are still coming through
        } catch (IOException e) {
            problems.add("memory: " + e);
        } finally {
            phases.end();
        }
    }

    private static void sleepUntil(long begin, double second) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep(begin + (long) (second * 1e9) - System.nanoTime());
    }

    private interface Deed {
        void run() throws IOException, InterruptedException;
    }

    /** Hangs and wakes; at most half of a slot. */
    private String hang(int seconds, Deed hang, Deed wake) throws IOException, InterruptedException {
        long millis = (long) Math.min(1e3 * seconds, slot * 500);
        hang.run();
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } finally {
            wake.run();
        }
        return "%.0f s".formatted(millis / 1e3);
    }

    private static String away(int seconds, Deed kill, Deed start) throws IOException, InterruptedException {
        kill.run();
        TimeUnit.SECONDS.sleep(seconds);
        long begin = System.nanoTime();
        start.run();
        return "away for %d s, started in %.1f s".formatted(seconds, (System.nanoTime() - begin) / 1e9);
    }

    private String train() throws IOException {
        phases.training(true);
        int outages = servers.outages();
        String job = admin.retrain("gap-values", 1_000 + trainings.size(), "if_better");
        trainings.add(Thread.ofVirtual().start(() -> {
            try {
                JsonNode end = admin.ended(job);
                String state = end.path("state").asString();
                System.out.printf("           training %s: %s, %s to %s; PostgreSQL was away %d times meanwhile%n", job, state,
                        end.path("started_at").asString(), end.path("finished_at").asString(), servers.outages() - outages);
                if (!state.equals("succeeded") && !(state.equals("failed") && servers.outages() > outages)) {
                    problems.add("training " + job + " " + state + ": " + end.path("error").asString());
                }
            } catch (IOException e) {
                problems.add("training " + job + ": " + e.getMessage());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                phases.training(false);
            }
        }));
        return job;
    }

    private String swap() throws IOException, InterruptedException {
        String before = admin.serving("recommender");
        admin.ask(200, "POST", "/api/v1/models/recommender/promote", "{\"version\":\"" + other + "\",\"force\":true,\"reason\":\"soak\"}");
        double there = admin.await(SOON, "the promoted version serves", () -> admin.serving("recommender").equals(other));
        TimeUnit.SECONDS.sleep(3);
        admin.ask(200, "POST", "/api/v1/models/recommender/rollback", "{\"reason\":\"soak\"}");
        double back = admin.await(SOON, "the version before serves again", () -> admin.serving("recommender").equals(before));
        return "serves %.1f s after the promotion, the one before %.1f s after the rollback".formatted(there, back);
    }

    private String erase() throws IOException {
        int n = ++erased;
        String learner = "/api/v1/learners/soak-1/erased-" + n;
        var events = new ArrayList<String>();
        for (int i = 0; i < 20; i++) {
            events.add(ERASED.formatted(n, i, Instant.now()));
        }
        admin.ask(200, "POST", "/api/v1/events", keys.ingest(), events.toString());
        admin.ask(200, "POST", "/api/v1/recommendations/generate", keys.caller(),
                "{\"user_context\":{\"tenant_id\":\"soak-1\",\"user_id\":\"erased-" + n + "\"}}");
        JsonNode told = admin.ask(200, "DELETE", learner, keys.ingest(), "");
        admin.ask(404, "GET", learner + "/export", keys.ingest(), "");
        return told.toString();
    }
}
