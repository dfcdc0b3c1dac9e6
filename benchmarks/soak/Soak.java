import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;

/**
 * A mixed soak with faults: {@code run.sh} says how it is run, docs/caching-and-faults.md what it does and what counts. Ends with 0
 * when all held, with 1 when something did not, with 2 when it could not run.
 */
public final class Soak {
    private static final List<String> MODELS = List.of("recommender", "gap-values", "tracing", "path-policy");
    private static final Duration TRAINED_WITHIN = Duration.ofMinutes(20);
    private static final double WANTED = .999;

    private Soak() {}

    public static void main(String[] args) throws Exception {
        Map<String, String> options = options(args);
        Path folder = Path.of(options.get("folder"));
        String adminKey = secret();
        var servers = new Servers(folder, options.get("skillpod"), Integer.parseInt(options.get("port")), Map.of(
                "STARTER_WORLD", "true", "ADMIN_KEY", adminKey, "SKILLPOD_CLASS_CACHE", "off", "LOG_FORMAT", "text"));
        Runtime.getRuntime().addShutdownHook(new Thread(servers::close));
        boolean held;
        try {
            held = run(options, servers, new Admin(servers.address(), adminKey));
        } catch (IOException e) {
            System.err.println("soak: " + e.getMessage() + "; the end of " + servers.log() + ":");
            List<String> log = Files.readAllLines(servers.log());
            log.subList(Math.max(0, log.size() - 20), log.size()).forEach(System.err::println);
            System.exit(2);
            return;
        }
        System.exit(held ? 0 : 1);
    }

    private static boolean run(Map<String, String> options, Servers servers, Admin admin) throws Exception {
        int minutes = Integer.parseInt(options.get("minutes"));
        int rate = Integer.parseInt(options.get("rate"));
        long seed = Long.parseLong(options.get("seed"));
        for (String model : MODELS) {
            double waited = admin.await(TRAINED_WITHIN, model + " is trained", () -> {
                if (!servers.service().isAlive()) {
                    throw new IllegalStateException("the service has ended, see " + servers.log());
                }
                return !admin.serving(model).isEmpty();
            });
            System.out.printf("%s serves after another %.0f s%n", model, waited);
        }
        String other = secondRecommender(admin);
        var keys = new Keys(admin.key("caller", ""), admin.key("ingest", ""), admin.key("caller", "soak-1"));
        admin.await(Duration.ofSeconds(10), "the new keys are known", () -> !Catalogue.names(servers.address(), keys.ofOneTenant(), "roles", "role_id").isEmpty());
        List<String> skills = Catalogue.names(servers.address(), keys.caller(), "skills", "skill_id");
        List<String> roles = Catalogue.names(servers.address(), keys.caller(), "roles", "role_id");
        List<String> contents = Catalogue.names(servers.address(), keys.caller(), "contents", "content_id");
        System.out.printf("catalogue: %d skills, %d roles, %d contents; load average %.1f%n", skills.size() / 2, roles.size() / 2,
                contents.size() / 2, ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());

        var random = new Random(seed);
        var events = new EventBatches(skills, contents, random);
        var mix = new Mix(keys, skills, roles, contents, events, random);
        int warmup = Integer.parseInt(options.get("warmup"));
        if (warmup > 0) {
            var warm = new Tally();
            new Callers(servers.address(), warm, new Phases(), events).run(mix, rate, warmup);
            System.out.printf("warm-up of %d s, not counted: %d requests, %.3f %% right%n", warmup, warm.total().count(), 100 * warm.total().finalShare());
        }
        var tally = new Tally();
        var phases = new Phases();
        var memory = new Memory(servers.service());
        var faults = new Faults(servers, admin, keys, phases, memory, other, minutes, Boolean.parseBoolean(options.get("hang-postgres")));
        var callers = new Callers(servers.address(), tally, phases, events);
        Thread doing = Thread.ofPlatform().start(() -> {
            try {
                faults.run();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        callers.run(mix, rate, minutes * 60);
        doing.join();
        return judge(tally, callers, memory, faults, events, servers, admin, minutes);
    }

    /** Returns a version of the recommender that does not serve; trains one when there is none. */
    private static String secondRecommender(Admin admin) throws IOException, InterruptedException {
        String serving = admin.serving("recommender");
        for (JsonNode version : admin.ask(200, "GET", "/api/v1/models/recommender/versions", "").path("versions")) {
            if (!version.path("version").asString().equals(serving)) {
                return version.path("version").asString();
            }
        }
        JsonNode trained = admin.ended(admin.retrain("recommender", 7, "never"));
        if (!trained.path("state").asString().equals("succeeded")) {
            throw new IOException("no second version of the recommender: " + trained);
        }
        return trained.path("results").path(0).path("version").asString();
    }

    private static boolean judge(
            Tally tally, Callers callers, Memory memory, Faults faults, EventBatches events, Servers servers,
            Admin admin, int minutes) throws Exception {
        System.out.println();
        tally.print();
        System.out.println();
        Cell all = tally.total();
        System.out.printf("the driver: latest start %.0f ms after its planned instant, load average %.1f%n", callers.latestStart(),
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        boolean flat = memory.flat(minutes);
        var url = servers.postgres().url();
        int lost = events.lost(url.jdbcUrl(), url.driverProperties());
        boolean alive = servers.service().isAlive();
        List<String> errors;
        try (var log = Files.lines(servers.log())) { // how trainings end is judged by itself
            errors = log.filter(line -> line.contains(" ERROR ") && !line.contains("TrainingSupervisor")).toList();
        }
        int dropped = admin.droppedLists();
        System.out.printf("service: %s, %d lines of level ERROR in its log, %d served lists dropped%n", alive ? "alive" : "DEAD", errors.size(), dropped);
        errors.stream().limit(5).forEach(System.out::println);
        faults.problems().forEach(problem -> System.out.println("problem: " + problem));
        System.out.printf("strictly, right at the first answer: %.4f %% of %,d; 503 with Retry-After at first: %.4f %%%n", 100 * all.firstShare(),
                all.count(), 100.0 * all.refused() / all.count());
        System.out.printf(
                "success: %.4f %% (at least %.1f %%); what only PostgreSQL can answer (events, stored learners) counts when it is answered within 30 s,"
                        + " sent again as Retry-After says%n",
                100 * all.finalShare(), 100 * WANTED);
        boolean held = all.finalShare() >= WANTED && flat && lost == 0 && alive && errors.isEmpty() && dropped == 0 && faults.problems().isEmpty();
        System.out.println(held ? "HELD" : "DID NOT HOLD");
        return held;
    }

    private static Map<String, String> options(String[] args) {
        var options = new HashMap<>(Map.of(
                "minutes", "30", "rate", "200", "seed", "1", "warmup", "20", "hang-postgres", "true", "port", "18497", "folder", "", "skillpod", ""));
        for (int i = 0; i < args.length; i += 2) {
            String name = args[i].startsWith("--") ? args[i].substring(2) : "";
            if (!options.containsKey(name) || i + 1 == args.length) {
                System.err.println("soak: unknown option or no value: " + args[i]);
                System.exit(2);
            }
            options.put(name, args[i + 1]);
        }
        return options;
    }

    private static String secret() {
        byte[] random = new byte[16];
        new SecureRandom().nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
