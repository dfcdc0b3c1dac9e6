package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.evaluation.ReversedTrees;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.Promotions;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import dev.skillpod.store.model.StoredModel;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Swaps of the running service, by the registry alone, as another process would make them. */
class ModelSwapIT {
    private static final String MODEL = RecommenderFiles.MODEL;
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Service service = StarterService.get();
    private final PostgresModelRegistry registry = new PostgresModelRegistry(
            service.database().models(), new ModelFiles(service.models(), InstantSource.system()));
    private String champion = "";
    private StoredModel stored;

    @BeforeEach
    void remember() {
        champion = registry.aliases(MODEL).champion().orElseThrow();
        stored = registry.load(MODEL, champion);
    }

    @AfterEach
    void restore() {
        registry.share(MODEL, 0, "test");
        registry.clear(MODEL, ModelAlias.CHALLENGER, "test", null);
        registry.clear(MODEL, ModelAlias.SHADOW, "test", null);
        registry.promote(Promotion.champion(MODEL, champion, "test", null).forced());
        awaitVersion(champion);
    }

    private String copy(Map<String, byte[]> changed, String remark) {
        var files = new HashMap<>(stored.files());
        files.putAll(changed);
        return registry.register(MODEL, files, stored.provenance().withParameter("remark", remark), "test")
                .version();
    }

    private Answer ask(String user) {
        return Answer.of(service.generate(Ask.of(StarterService.TENANT, user)));
    }

    private void awaitVersion(String version) {
        Service.await(SOON, () -> ask("starter-00042").modelVersion().equals(version));
    }

    private void force(String version) {
        registry.promote(Promotion.champion(MODEL, version, "test", null).forced());
    }

    @Test
    void aPromotionAndARollbackAreServedWithoutARestart() {
        Answer before = ask("starter-00042");
        String copy = copy(Map.of(), "the same once more");

        long begin = System.nanoTime();
        long work = runtimeCpu();
        force(copy);
        awaitVersion(copy);
        long promoted = System.nanoTime();
        long workOfPromotion = runtimeCpu() - work;
        assertThat(ask("starter-00042").contentIds()).isEqualTo(before.contentIds());
        long beforeRollback = System.nanoTime();
        work = runtimeCpu();
        registry.rollback(MODEL, version -> true, "test", "a trial");
        awaitVersion(champion);
        long back = System.nanoTime();

        System.out.printf(
                "promotion served after %d ms (%d ms of processor), rollback after %d ms (%d ms of processor)%n",
                (promoted - begin) / 1_000_000,
                workOfPromotion / 1_000_000,
                (back - beforeRollback) / 1_000_000,
                (runtimeCpu() - work) / 1_000_000);
        assertThat(ask("starter-00042").contentIds()).isEqualTo(before.contentIds());
    }

    /** Returns the processor time of the threads that swap, which says more than the clock on a busy machine. */
    private static long runtimeCpu() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        return Arrays.stream(threads.getThreadInfo(threads.getAllThreadIds()))
                .filter(thread -> thread != null && thread.getThreadName().equals("skillpod-runtime"))
                .mapToLong(thread -> Math.max(0, threads.getThreadCpuTime(thread.getThreadId())))
                .sum();
    }

    @Test
    void anotherProcessOnTheSameDatabaseFollows() {
        try (ServiceRuntime replica = service.replica()) {
            Service.await(SOON, () -> replica.live().notReady().isEmpty());
            String copy = copy(Map.of(), "for all");

            force(copy);

            awaitVersion(copy);
            Service.await(
                    SOON, () -> replica.live().loaded().getFirst().version().equals(copy));
        }
    }

    @Test
    void aVersionThatCannotServeIsRefusedAndTheOldOneGoesOn() {
        String broken = copy(Map.of("als.bin", new byte[] {1, 2, 3}), "broken");

        force(broken);

        Service.await(
                SOON,
                () -> registry.history(MODEL, 5).stream()
                        .anyMatch(e -> e.action() == ModelEvent.Action.REFUSED && broken.equals(e.version())));
        assertThat(ask("starter-00042").modelVersion()).isEqualTo(champion);
        assertThat(service.get("/ready").status()).isEqualTo(200);
        assertThat(Promotions.readable(registry, ModelKinds.RECOMMENDER, broken))
                .isFalse();
    }

    @Test
    void theChallengerAnswersItsShareAndAlwaysTheSameLearners() {
        String copy = copy(Map.of(), "challenger");
        registry.promote(new Promotion(MODEL, copy, ModelAlias.CHALLENGER, false, "test", null));
        registry.share(MODEL, 0.5, "test");
        Set<String> asked = IntStream.rangeClosed(1, 60)
                .mapToObj("starter-%05d"::formatted)
                .collect(Collectors.toCollection(HashSet::new));
        Service.await(SOON, () -> !byChallenger(asked, copy).isEmpty());

        Set<String> first = byChallenger(asked, copy);

        // 60 learners at a share of one half: 30 with a standard deviation of 3.9; within four of them
        assertThat(first).hasSizeBetween(15, 45);
        assertThat(byChallenger(asked, copy)).isEqualTo(first);
    }

    @Test
    void metricsSayWhatAVersionIsHereAsLongAsItIsLoaded() {
        String copy = copy(Map.of(), "metered");
        String info = "skillpod_model_info{alias=\"%s\",model=\"" + MODEL + "\",version=\"%s\"} 1";
        registry.promote(new Promotion(MODEL, copy, ModelAlias.CHALLENGER, false, "test", null));
        Service.await(SOON, () -> metrics().contains(info.formatted("challenger", copy)));
        assertThat(metrics()).contains(info.formatted("champion", champion));
        registry.promote(new Promotion(MODEL, copy, ModelAlias.SHADOW, false, "test", null));
        Service.await(SOON, () -> metrics().contains(info.formatted("shadow", copy)));

        registry.clear(MODEL, ModelAlias.CHALLENGER, "test", null);
        registry.clear(MODEL, ModelAlias.SHADOW, "test", null);

        Service.await(SOON, () -> !metrics().contains(copy));
        assertThat(metrics()).contains(info.formatted("champion", champion));
    }

    @Test
    void stepsOfAChallengersListAreMeasuredAndThoseOfAShadowAreNot() {
        String challenger = copy(Map.of(), "measured challenger");
        String shadow = copy(Map.of(), "unmeasured shadow");
        registry.promote(new Promotion(MODEL, challenger, ModelAlias.CHALLENGER, false, "test", null));
        registry.promote(new Promotion(MODEL, shadow, ModelAlias.SHADOW, false, "test", null));
        registry.share(MODEL, 0.5, "test");
        Service.await(SOON, () -> shadow().path("version").asString().equals(shadow));
        List<String> some =
                IntStream.rangeClosed(1, 12).mapToObj("starter-%05d"::formatted).toList();
        Service.await(SOON, () -> !byChallenger(some, challenger).isEmpty());
        String learner = byChallenger(some, challenger).iterator().next();
        long compared = shadow().path("compared").asLong();
        double before = ranked();

        // each its own question, so that no cache answers
        for (int i = 1; i <= 5; i++) {
            service.generate(Ask.of(StarterService.TENANT, learner).field("min_confidence", 0.0211 + i / 1e5));
        }
        Service.await(SOON, () -> shadow().path("compared").asLong() >= compared + 5);

        JsonNode request = service.get("/api/v1/service/requests?limit=1&route=/api/v1/recommendations/generate")
                .ok()
                .path("requests")
                .path(0);
        assertThat(request.path("model_version").asString()).isEqualTo(challenger);
        assertThat(request.path("stages").findValuesAsString("name"))
                .contains("learner_context", "candidates", "features", "ranking", "selection", "explanation");
        assertThat(ranked() - before).isEqualTo(5);
    }

    private String metrics() {
        return service.get("/metrics").body();
    }

    /** Returns how many lists were ranked for requests. */
    private double ranked() {
        String series = "skillpod_stage_seconds_count{capability=\"recommendations\",stage=\"ranking\"} ";
        return metrics()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    private Set<String> byChallenger(Collection<String> users, String challenger) {
        return users.stream()
                .filter(user -> ask(user).modelVersion().equals(challenger))
                .collect(Collectors.toSet());
    }

    @Test
    void aShadowOfTheSameModelAgreesWithEveryList() {
        String copy = copy(Map.of(), "shadow");
        registry.promote(new Promotion(MODEL, copy, ModelAlias.SHADOW, false, "test", null));

        Service.await(SOON, () -> {
            ask("starter-00042");
            return shadow().path("compared").asLong() >= 3;
        });

        JsonNode shadow = shadow();
        assertThat(shadow.path("version").asString()).isEqualTo(copy);
        assertThat(shadow.path("overlap").asDouble()).isEqualTo(1);
        assertThat(shadow.path("rank_correlation").asDouble()).isEqualTo(1);
        assertThat(shadow.path("score_difference").asDouble()).isLessThan(1e-9);
        assertThat(shadow.path("failed").asLong()).isZero();
    }

    private JsonNode shadow() {
        return service.get("/api/v1/models/status").ok().path("models").get(0).path("shadow_agreement");
    }

    @Test
    void theGateLetsTheSameModelPassAndRefusesOneThatOrdersBackwards() {
        String same = copy(Map.of(), "judged");
        String ranker = new String(stored.file("ranker.txt"), StandardCharsets.UTF_8);
        String backwards = ReversedTrees.of(ranker);
        String worse = copy(Map.of("ranker.txt", backwards.getBytes(StandardCharsets.UTF_8)), "backwards");

        GateVerdict passed = service.promotions(Progress.SILENT).judge(MODEL, same, "test");
        GateVerdict refused = service.promotions(Progress.SILENT).judge(MODEL, worse, "test");

        Promotions.lines(refused).forEach(System.out::println);
        assertThat(passed.passed()).as("%s", passed.reasons()).isTrue();
        assertThat(check(passed, "overlap_at_10").candidate()).isEqualTo(1.0);
        assertThat(refused.passed()).isFalse();
        assertThat(check(refused, "useful_per_list").passed()).isFalse();
        assertThat(check(refused, "ndcg_at_10").passed()).isFalse();
        ModelAliases aliases = registry.aliases(MODEL);
        assertThat(aliases.champion()).hasValue(champion);
    }

    private static GateCheck check(GateVerdict verdict, String name) {
        return verdict.checks().stream()
                .filter(c -> c.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
