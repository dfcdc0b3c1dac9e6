package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.evaluation.ReversedTrees;
import dev.skillpod.app.runtime.GapModelFiles;
import dev.skillpod.app.runtime.PathPolicyFiles;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.TracingModelFiles;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import dev.skillpod.store.model.StoredModel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * Two hundred swaps of the recommender under load, by the REST API, and every tenth time of another kind of model as well: no
 * request fails, each answer is wholly one version's and none older than what was seen to serve before it was asked for, and nothing
 * is left of the versions that went. How long requests take beside swaps is measured by {@code benchmarks/load/swaps.sh}.
 */
@Tag("faults")
class SwapsUnderLoadIT {
    private static final int SWAPS = 200;
    private static final int WARM_UP = 20;
    private static final int USERS = 24;
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(40);
    private static final List<String> OTHERS =
            List.of(GapModelFiles.MODEL, TracingModelFiles.MODEL, PathPolicyFiles.MODEL);

    private final Service service = StarterService.get();
    private final PostgresModelRegistry registry = new PostgresModelRegistry(
            service.database().models(), new ModelFiles(service.models(), InstantSource.system()));

    /** Versions by model, the champion of before first. */
    private final Map<String, List<String>> versions = new HashMap<>();

    /** What each version of the recommender lists, by user. */
    private final Map<String, Map<String, List<String>>> lists = new HashMap<>();

    /** The champions in their order; the last may not serve yet. */
    private final List<String> champions = new CopyOnWriteArrayList<>();

    private final List<Long> delays = new ArrayList<>();
    private volatile int served;

    @BeforeEach
    void makeVersions() {
        StoredModel recommender = current(RecommenderFiles.MODEL);
        byte[] backwards = ReversedTrees.of(new String(recommender.file("ranker.txt"), StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8);
        versions.put(
                RecommenderFiles.MODEL,
                List.of(
                        recommender.version(),
                        copy(recommender, Map.of("ranker.txt", backwards), "backwards"),
                        copy(recommender, Map.of(), "the same once more")));
        for (String model : OTHERS) {
            StoredModel stored = current(model);
            versions.put(model, List.of(stored.version(), copy(stored, Map.of(), "1"), copy(stored, Map.of(), "2")));
        }
        champions.add(recommender.version());
        versions.get(RecommenderFiles.MODEL).forEach(this::learn);
    }

    /** Remembers what a version lists. */
    private void learn(String version) {
        swapTo(version);
        var byUser = new HashMap<String, List<String>>();
        IntStream.range(0, USERS)
                .mapToObj(SwapsUnderLoadIT::user)
                .forEach(user -> byUser.put(
                        user, Answer.of(service.generate(question(user, 0))).contentIds()));
        lists.put(version, byUser);
    }

    @AfterEach
    void restore() {
        versions.forEach((model, known) -> promote(model, known.getFirst()));
    }

    @Test
    void nothingFailsNothingIsMixedAndNothingIsLeft() {
        List<String> recommenders = versions.get(RecommenderFiles.MODEL);
        assertThat(lists.get(recommenders.get(1))).isNotEqualTo(lists.get(recommenders.get(0)));
        assertThat(lists.get(recommenders.get(2))).isEqualTo(lists.get(recommenders.get(0)));
        Load warm = swapUnderLoad(WARM_UP);
        Footprint before = Footprint.of(service);
        delays.clear();

        Load first = swapUnderLoad(SWAPS / 2);
        Footprint halfway = Footprint.of(service);
        Load second = swapUnderLoad(SWAPS / 2);
        Footprint after = Footprint.of(service);

        Collections.sort(delays);
        System.out.println(WARM_UP + " swaps to warm up: " + warm);
        System.out.println(SWAPS / 2 + " swaps: " + first);
        System.out.println(SWAPS / 2 + " swaps: " + second);
        System.out.printf(
                "%d swaps, each served after %d ms (median), %d ms (slowest)%n",
                delays.size(), delays.get(delays.size() / 2), delays.getLast());
        System.out.println("before: " + before);
        System.out.println("after " + SWAPS / 2 + ": " + halfway);
        System.out.println("after " + SWAPS + ": " + after);
        assertThat(first.statuses()).containsOnlyKeys(200);
        assertThat(second.statuses()).containsOnlyKeys(200);
        // a version that stays takes megabytes, its files alone several: after 200 swaps hundreds of them
        assertThat(after.heap() - before.heap()).isLessThan(32 << 20);
        assertThat(after.direct() - before.direct()).isLessThan(8 << 20);
        // the pools of Tomcat, Hikari and the common pool come and go by a few
        assertThat(after.threads() - before.threads()).isLessThan(12);
        assertThat(after.descriptors() - before.descriptors()).isLessThan(40);
        assertThat(after.classes() - before.classes()).isLessThan(SWAPS);
        // what was asked first after the warm-up has its series by now
        assertThat(after.series() - halfway.series()).isLessThan(10);
    }

    private Load swapUnderLoad(int swaps) {
        try (var load = new Load(4, PAUSE, this::ask, reply -> {})) {
            for (int i = 1; i <= swaps; i++) {
                long begin = System.nanoTime();
                if (i % 4 == 0) {
                    rollBack();
                } else {
                    swapTo(another(RecommenderFiles.MODEL));
                }
                delays.add((System.nanoTime() - begin) / 1_000_000);
                if (i % 10 == 0) {
                    String model = OTHERS.get(i / 10 % OTHERS.size());
                    promote(model, another(model));
                }
            }
            load.close();
            return load;
        }
    }

    /** Asks what no cache knows, and checks whose answer it is. */
    private Reply ask(int n) {
        String user = user(n);
        int from = served;
        Reply reply = service.generate(question(user, n));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        var answer = Answer.of(reply);
        List<String> now = List.copyOf(champions);
        List<String> possible = now.subList(from, now.size());
        assertThat(possible).contains(answer.modelVersion());
        assertThat(answer.contentIds())
                .as("the list of %s by %s", user, answer.modelVersion())
                .isEqualTo(lists.getOrDefault(answer.modelVersion(), Map.of()).get(user));
        return reply;
    }

    private static String user(int n) {
        return "starter-%05d".formatted(100 + n % USERS);
    }

    private static Ask question(String user, int n) {
        return Ask.of(StarterService.TENANT, user).field("min_confidence", n * 1e-9);
    }

    private void swapTo(String version) {
        if (!version.equals(champions.getLast())) {
            champions.add(version);
            promote(RecommenderFiles.MODEL, version);
            seen(version);
        }
    }

    private void rollBack() {
        String version = champions.get(champions.size() - 2);
        champions.add(version);
        JsonNode aliases =
                service.post("/api/v1/models/recommender/rollback", "{}").ok();
        assertThat(aliases.path("aliases").path("champion").asString()).isEqualTo(version);
        seen(version);
    }

    /** Waits until the newest champion answers; from then on no other may. */
    private void seen(String version) {
        Service.await(
                SOON,
                () -> Answer.of(service.generate(question("starter-00042", 0)))
                        .modelVersion()
                        .equals(version));
        served = champions.size() - 1;
    }

    /** Returns a version that neither serves nor served before, so that it has to be read. */
    private String another(String model) {
        String now = registry.aliases(model).champion().orElseThrow();
        List<String> recent = model.equals(RecommenderFiles.MODEL) && champions.size() > 1
                ? List.of(now, champions.get(champions.size() - 2))
                : List.of(now);
        List<String> known = versions.get(model);
        int after = known.indexOf(now) + 1;
        return IntStream.range(0, known.size())
                .mapToObj(i -> known.get((after + i) % known.size()))
                .filter(version -> !recent.contains(version))
                .findFirst()
                .orElseThrow();
    }

    private void promote(String model, String version) {
        service.post(
                        "/api/v1/models/" + model + "/promote",
                        "{\"version\":\"" + version + "\",\"force\":true,\"reason\":\"a trial\"}")
                .ok();
        Service.await(
                SOON,
                () -> service.get("/api/v1/models/status")
                        .ok()
                        .path("models")
                        .findValuesAsString("version")
                        .contains(version));
    }

    private StoredModel current(String model) {
        return registry.load(model, registry.aliases(model).champion().orElseThrow());
    }

    private String copy(StoredModel stored, Map<String, byte[]> changed, String remark) {
        var files = new HashMap<>(stored.files());
        files.putAll(changed);
        return registry.register(stored.model(), files, stored.provenance().withParameter("remark", remark), "test")
                .version();
    }
}
