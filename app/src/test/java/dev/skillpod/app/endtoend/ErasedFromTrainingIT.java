package dev.skillpod.app.endtoend;

import static dev.skillpod.app.endtoend.StarterService.TENANT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import dev.skillpod.store.model.StoredModel;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A learner is erased and models are trained again: what was trained on is less by just this learner, whose traces end there. */
@Tag("faults")
class ErasedFromTrainingIT {
    private static final List<String> MODELS = List.of("recommender", "gap-values", "tracing");
    private static final String HELD_OUT = "held-out.json";

    private final Service service = StarterService.get();
    private final Trainings trainings = new Trainings(service);
    private final PostgresModelRegistry registry = new PostgresModelRegistry(
            service.database().models(), new ModelFiles(service.models(), InstantSource.system()));

    @Test
    void whatIsTrainedAfterwardsKnowsNothingOfTheLearner() {
        String before = train();
        StoredModel gapsBefore = version(before, "gap-values");
        LearnerHistory erased = oneOf(learners(gapsBefore));
        long hash = hash(erased.learner());
        String user = erased.learner().userId();

        JsonNode counts =
                service.delete("/api/v1/learners/" + TENANT + "/" + user).ok();
        String after = train();

        System.out.println("erased " + user + ": " + counts);
        Provenance recommender = less(before, after, "recommender");
        less(before, after, "gap-values");
        assertThat(difference(before, after, "recommender", "learners")).isEqualTo(1);
        assertThat(difference(before, after, "recommender", "engagements"))
                .isEqualTo(erased.engagements().size());
        assertThat(difference(before, after, "gap-values", "learners")).isEqualTo(1);
        assertThat(difference(before, after, "gap-values", "outcomes"))
                .isEqualTo(erased.outcomes().size());
        assertThat(recommender.rowCounts().get("learners")).isGreaterThan(1_000);
        assertThat(learners(version(after, "gap-values")))
                .hasSizeGreaterThan(100)
                .doesNotContain(hash);
        for (String model : MODELS) {
            for (Map.Entry<String, byte[]> file : version(after, model).files().entrySet()) {
                assertThat(new String(file.getValue(), StandardCharsets.ISO_8859_1))
                        .as("%s of %s", file.getKey(), model)
                        .doesNotContain(user);
            }
        }
    }

    private String train() {
        String location =
                trainings.order(JsonMapper.shared().writeValueAsString(Map.of("models", MODELS, "promote", "never")));
        JsonNode training = trainings.awaitEnd(location);
        assertThat(training.path("state").asString()).as(training.toString()).isEqualTo("succeeded");
        return training.path("results").toString();
    }

    private StoredModel version(String results, String model) {
        for (JsonNode result : JsonMapper.shared().readTree(results)) {
            if (result.path("model").asString().equals(model)) {
                return registry.load(model, result.path("version").asString());
            }
        }
        throw new AssertionError("no " + model + " in " + results);
    }

    private Provenance less(String before, String after, String model) {
        Provenance trained = version(after, model).provenance();
        System.out.println(model + ": " + version(before, model).provenance().rowCounts() + " before, "
                + trained.rowCounts() + " after");
        return trained;
    }

    private long difference(String before, String after, String model, String rows) {
        return version(before, model).provenance().rowCounts().get(rows)
                - version(after, model).provenance().rowCounts().get(rows);
    }

    /** Returns the hashes of the learners of whom a version of the gap values keeps probabilities. */
    private static Set<Long> learners(StoredModel gapValues) {
        var learners = new HashSet<Long>();
        JsonMapper.shared()
                .readTree(gapValues.file(HELD_OUT))
                .path("learners")
                .forEach(hash -> learners.add(hash.asLong()));
        return learners;
    }

    /** Returns what training reads of a learner who is one of these and engaged with contents too. */
    private LearnerHistory oneOf(Set<Long> hashes) {
        var found = new AtomicReference<LearnerHistory>();
        service.database().events().activityLog().forEachLearner(history -> {
            if (hashes.contains(hash(history.learner()))
                    && !history.engagements().isEmpty()) {
                found.set(history);
            }
        });
        assertThat(found.get()).as("one of %d learners", hashes.size()).isNotNull();
        return found.get();
    }

    /** FNV-1a over tenant and user, as {@code HeldOutChances} has it. */
    private static long hash(LearnerKey key) {
        long hash = 0xCBF29CE484222325L;
        for (char c : (key.tenantId() + '\0' + key.userId()).toCharArray()) {
            hash = (hash ^ c) * 0x100000001B3L;
        }
        return hash;
    }
}
