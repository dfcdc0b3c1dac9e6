package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelEvent.Action;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.NothingToRollBackException;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every registry promises, on a real PostgreSQL. */
class ModelRegistryIT {
    private static final Provenance PROVENANCE = new Provenance(
            "als",
            Instant.parse("2026-11-23T10:14:59.123456Z"),
            42,
            Instant.parse("2020-01-01T00:00:00Z"),
            Instant.parse("2026-11-01T00:00:00Z"),
            "synthetic",
            Map.of("engagements", 123L),
            Map.of("factors", "64"),
            Map.of("ndcg", 0.5, "coverage", Double.NaN),
            "0.1.0+abc");

    @TempDir
    Path root;

    private final Database database = SharedDatabase.get();
    private final String model = SharedDatabase.unique("m");
    private Instant now = Instant.parse("2026-11-23T10:15:00Z");

    private PostgresModelRegistry registry() {
        return new PostgresModelRegistry(database.models(), new ModelFiles(root, () -> now));
    }

    private String registered(String content) {
        now = now.plusSeconds(1);
        return registry().register(model, files(content), PROVENANCE, "test").version();
    }

    private static Map<String, byte[]> files(String content) {
        return Map.of("model.bin", content.getBytes(StandardCharsets.UTF_8));
    }

    private void judge(String version, boolean passed) {
        String champion = registry().aliases(model).champion().orElse(null);
        registry().judged(model, version, verdict(champion, passed), "test");
    }

    private static GateVerdict verdict(String against, boolean passed) {
        var check = new GateCheck("useful_per_list", passed, 1.0, 1.1, -0.1, 0.3, "must not be less");
        return new GateVerdict(against, List.of(check), Instant.parse("2026-11-23T11:00:00.5Z"));
    }

    private String promoted(String content) {
        String version = registered(content);
        judge(version, true);
        registry().promote(Promotion.champion(model, version, "test", null));
        return version;
    }

    private String champion() {
        return registry().aliases(model).champion().orElse("none");
    }

    @Test
    void aRegisteredVersionIsKnownWithItsProvenanceAndAnswersNothing() {
        String version = registered("one");

        ModelVersion found = registry().find(model, version).orElseThrow();
        assertThat(found.provenance()).isEqualTo(PROVENANCE);
        assertThat(found.registeredBy()).isEqualTo("test");
        assertThat(found.gate()).isEmpty();
        assertThat(registry().aliases(model)).isEqualTo(ModelAliases.none(model));
        assertThat(registry().load(model, version).file("model.bin")).isEqualTo("one".getBytes(StandardCharsets.UTF_8));
        assertThat(registry().history(model, 10)).extracting(ModelEvent::action).containsExactly(Action.REGISTERED);
    }

    @Test
    void theSameContentIsOneVersion() {
        String version = registered("one");

        assertThat(registry().register(model, files("one"), PROVENANCE, "again").version())
                .isEqualTo(version);
        assertThat(registry().versions(model)).hasSize(1);
        assertThat(registry().history(model, 10)).hasSize(1);
    }

    @Test
    void onlyAVersionThatTheGateLetPassAgainstTheChampionOfNowIsPromoted() {
        String first = promoted("one");
        String second = registered("two");
        var wish = Promotion.champion(model, second, "test", "better");

        assertThatThrownBy(() -> registry().promote(wish))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessageContaining("has not judged");
        judge(second, false);
        assertThatThrownBy(() -> registry().promote(wish))
                .isInstanceOfSatisfying(
                        PromotionRefusedException.class,
                        e -> assertThat(e.verdict()).isPresent())
                .hasMessageContaining("useful_per_list: must not be less");
        registry().judged(model, second, verdict(null, true), "test");
        assertThatThrownBy(() -> registry().promote(wish))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessageContaining("the champion is " + first);
        assertThat(champion()).isEqualTo(first);

        judge(second, true);
        assertThat(registry().promote(wish).champion()).hasValue(second);
        assertThat(registry().find(model, second).orElseThrow().gate()).hasValue(verdict(first, true));
        ModelEvent newest = registry().history(model, 1).getFirst();
        assertThat(newest.action()).isEqualTo(Action.PROMOTED);
        assertThat(newest.previous()).isEqualTo(first);
        assertThat(newest.reason()).isEqualTo("better");
        assertThat(registry().history(model, 10)).extracting(ModelEvent::action).contains(Action.REFUSED);
    }

    @Test
    void forceGoesPastTheGateAndIsTold() {
        String first = promoted("one");
        String second = registered("two");
        judge(second, false);

        registry().promote(Promotion.champion(model, second, "ann", "I know").forced());

        assertThat(champion()).isEqualTo(second).isNotEqualTo(first);
        assertThat(registry().history(model, 1).getFirst().reason()).isEqualTo("forced, past the gate: I know");
    }

    @Test
    void rollbackGoesBackStepByStepAndPastWhatIsNotUsable() {
        String first = promoted("one");
        String second = promoted("two");
        String third = promoted("three");

        assertThat(registry().rollback(model, v -> true, "ann", "bad lists").champion())
                .hasValue(second);
        assertThat(registry().rollback(model, v -> true, "ann", null).champion())
                .hasValue(first);
        assertThatThrownBy(() -> registry().rollback(model, v -> true, "ann", null))
                .isInstanceOf(NothingToRollBackException.class);
        judge(third, true);
        registry().promote(Promotion.champion(model, third, "test", null));
        judge(second, true);
        registry().promote(Promotion.champion(model, second, "test", null));
        assertThat(registry()
                        .rollback(model, v -> !v.equals(third), "ann", null)
                        .champion())
                .hasValue(first);
        assertThat(registry().history(model, 1).getFirst().previous()).isEqualTo(second);
    }

    @Test
    void rollbackPassesOverAVersionWhoseFilesWereHarmed() throws IOException {
        String first = promoted("one");
        String second = promoted("two");
        promoted("three");
        Files.writeString(root.resolve(model).resolve(second).resolve("model.bin"), "tw0");

        assertThat(registry().rollback(model, v -> true, "ann", null).champion())
                .hasValue(first);
    }

    @Test
    void aVersionWhoseFilesWereHarmedIsNotPromotedEvenByForce() throws IOException {
        String first = promoted("one");
        String second = registered("two");
        Files.writeString(root.resolve(model).resolve(second).resolve("model.bin"), "tw0");

        assertThatThrownBy(() -> registry()
                        .promote(Promotion.champion(model, second, "ann", null).forced()))
                .isInstanceOf(PromotionRefusedException.class)
                .hasMessageContaining("model.bin was altered");
        assertThat(champion()).isEqualTo(first);
    }

    @Test
    void challengerAndShadowNeedNoVerdictAndGoAwayWhenTheyBecomeChampion() {
        String first = promoted("one");
        String second = registered("two");
        registry().promote(new Promotion(model, second, ModelAlias.CHALLENGER, false, "ann", null));
        registry().promote(new Promotion(model, second, ModelAlias.SHADOW, false, "ann", null));
        ModelAliases shared = registry().share(model, 0.25, "ann");

        assertThat(shared.challengerShare()).isEqualTo(0.25);
        assertThat(shared.of(second)).containsExactly(ModelAlias.CHALLENGER, ModelAlias.SHADOW);
        assertThat(shared.of(first)).containsExactly(ModelAlias.CHAMPION);
        assertThatThrownBy(() -> registry().promote(new Promotion(model, first, ModelAlias.SHADOW, false, "ann", null)))
                .isInstanceOf(PromotionRefusedException.class);
        judge(second, true);
        registry().promote(Promotion.champion(model, second, "ann", null));
        assertThat(registry().aliases(model).versions()).containsExactly(Map.entry(ModelAlias.CHAMPION, second));
        registry().promote(new Promotion(model, first, ModelAlias.SHADOW, false, "ann", null));
        assertThat(registry().clear(model, ModelAlias.SHADOW, "ann", null).version(ModelAlias.SHADOW))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.01, 0.51, Double.NaN})
    void theShareOfTheChallengerHasItsRange(double share) {
        assertThatThrownBy(() -> registry().share(model, share, "ann")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void unknownVersionsAreRefused() {
        String nothing = "20260101-000000-00000000";

        assertThatThrownBy(() -> registry().promote(Promotion.champion(model, nothing, "ann", null)))
                .isInstanceOf(NoSuchVersionException.class);
        assertThatThrownBy(() -> registry().judged(model, nothing, verdict(null, true), "ann"))
                .isInstanceOf(NoSuchVersionException.class);
        assertThatThrownBy(() -> registry().rollback(model, v -> true, "ann", null))
                .isInstanceOf(NothingToRollBackException.class);
    }

    @Test
    void versionsOfTheFolderAreAdoptedWithTheOneThatServed() throws IOException {
        var files = new ModelFiles(root, () -> now);
        String first = files.save(model, files("one"), PROVENANCE);
        now = now.plusSeconds(1);
        String second = files.stage(model, files("two"), PROVENANCE);
        now = now.plusSeconds(1);
        String harmed = files.stage(model, files("three"), PROVENANCE);
        Files.delete(root.resolve(model).resolve(harmed).resolve("model.bin"));

        registry().adopt(model);
        registry().adopt(model);

        assertThat(registry().versions(model)).extracting(ModelVersion::version).containsExactly(second, first);
        assertThat(champion()).isEqualTo(first);
        assertThat(registry().history(model, 10)).hasSize(3);
    }

    /** Another version under the same name: the folder vouches for it, the registry does not. */
    @Test
    void aFolderThatIsNotTheRegisteredOneIsRefused() {
        String version = registered("one");
        var foreign = new PostgresModelRegistry(database.models(), new ModelFiles(root.resolve("other"), () -> now));
        var other = new ModelFiles(root.resolve("other"), () -> now);
        String same = other.stage(model, files("one"), PROVENANCE);
        assertThat(same).isEqualTo(version);
        assertThat(foreign.sound(model, version)).isTrue();
        String unregistered = other.stage(model, files("else"), PROVENANCE);

        assertThat(registry().sound(model, unregistered)).isFalse();
    }

    @Test
    void whatWasSaidOfAVersionCannotBeTakenBack() throws SQLException {
        promoted("one");
        try (var connection = Connections.open(database);
                var statement = connection.createStatement()) {
            for (String sql : List.of(
                    "UPDATE model_versions SET provenance = '{}'",
                    "DELETE FROM model_versions",
                    "UPDATE model_events SET by = 'nobody'",
                    "DELETE FROM model_events",
                    "TRUNCATE model_gates",
                    "UPDATE model_gates SET passed = true")) {
                assertThatThrownBy(() -> statement.execute(sql)).hasMessageContaining("append-only");
            }
        }
    }

    @Test
    void everyMoveIsToldToWhoListens() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        try (AutoCloseable listening = database.onModelChange(told::add)) {
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEmpty();
            promoted("one");

            String heard = told.poll(10, TimeUnit.SECONDS);
            while (heard != null && !heard.equals(model)) { // other tests of this database are heard too
                heard = told.poll(10, TimeUnit.SECONDS);
            }
            assertThat(heard).isEqualTo(model);
        }
    }

    @Test
    void aLostConnectionIsOpenedAgain() throws Exception {
        var told = new LinkedBlockingQueue<String>();
        try (AutoCloseable listening = database.onModelChange(told::add);
                var connection = Connections.open(database);
                var statement = connection.createStatement()) {
            assertThat(told.poll(10, TimeUnit.SECONDS)).isEmpty();

            statement.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                    + " WHERE query = 'LISTEN skillpod_models' AND pid <> pg_backend_pid()");

            String heard = told.poll(15, TimeUnit.SECONDS);
            while (heard != null && !heard.isEmpty()) {
                heard = told.poll(15, TimeUnit.SECONDS);
            }
            assertThat(heard).as("told after the connection was opened again").isEmpty();
        }
    }

    /** Eight threads promote and roll back at once: the history must be one line of moves, each from where the last one ended. */
    @Test
    void movesOfManyThreadsFormOneLine() throws Exception {
        var versions = new ArrayList<String>();
        for (int v = 0; v < 4; v++) {
            versions.add(promoted("v" + v));
        }
        int threads = 8;
        int moves = 12;
        try (var pool = Executors.newFixedThreadPool(threads)) {
            var running = new ArrayList<Future<?>>();
            for (int t = 0; t < threads; t++) {
                int thread = t;
                running.add(pool.submit(() -> {
                    for (int m = 0; m < moves; m++) {
                        move(versions.get((thread + m) % versions.size()), (thread + m) % 3 == 0);
                    }
                }));
            }
            for (Future<?> each : running) {
                each.get(60, TimeUnit.SECONDS);
            }
        }

        List<ModelEvent> line = registry().history(model, 10_000).reversed().stream()
                .filter(e -> e.action() == Action.PROMOTED || e.action() == Action.ROLLED_BACK)
                .toList();
        assertThat(line.size()).isGreaterThan(versions.size());
        String champion = null;
        for (ModelEvent event : line) {
            assertThat(event.previous()).as("%s", event).isEqualTo(champion);
            champion = event.version();
        }
        assertThat(champion()).isEqualTo(champion);
        assertThat(Set.copyOf(versions)).contains(champion);
    }

    private void move(String version, boolean back) {
        try {
            if (back) {
                registry().rollback(model, v -> true, "test", null);
            } else {
                registry()
                        .promote(
                                Promotion.champion(model, version, "test", null).forced());
            }
        } catch (NothingToRollBackException e) {
            // nothing earlier at that moment
        }
    }
}
