package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.inmemory.InMemoryRetraining;
import dev.skillpod.app.serving.Retraining;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

class RetrainTest extends HttpTest {
    private static final String RETRAIN = "/api/v1/models/retrain";

    @Autowired
    InMemoryRetraining retraining;

    @AfterEach
    void cancelAll() {
        retraining.latest(100).forEach(training -> retraining.cancel(training.id()));
    }

    @Test
    void anOrderIsAcceptedAndFollowed() {
        Reply accepted = post(
                RETRAIN,
                "{\"models\":[\"recommender\"],\"parameters\":{\"seed\":7,\"threads\":2},\"promote\":\"never\"}");

        assertThat(accepted.status()).isEqualTo(202);
        assertThat(accepted.json().path("already_running").asBoolean(true)).isFalse();
        assertThat(accepted.json().path("state").asString()).isEqualTo("running");
        assertThat(accepted.header("location"))
                .isEqualTo(RETRAIN + "/" + accepted.json().path("job_id").asString());
        assertThat(retraining.last())
                .isEqualTo(new Retraining.Order(
                        java.util.List.of("recommender"), 7L, 2, false, "admin key of this start"));
        JsonNode training = get(accepted.header("location")).ok();
        assertThat(training.propertyNames())
                .containsExactly(
                        "job_id",
                        "state",
                        "models",
                        "stage",
                        "stages",
                        "progress",
                        "eta_seconds",
                        "created_at",
                        "started_at",
                        "finished_at",
                        "trigger",
                        "requested_by",
                        "results",
                        "error");
        assertThat(training.path("stage").asString()).isEqualTo("reading the log");
        assertThat(training.path("eta_seconds").asInt()).isEqualTo(30);
        assertThat(training.path("results").path(0).path("gate").path("passed").asBoolean())
                .isTrue();
        assertThat(get(RETRAIN + "?limit=5").ok().path("trainings").toString()).contains(training.toString());
    }

    @Test
    void aSecondOrderGetsTheFirstOnesTraining() {
        String first = post(RETRAIN, "{}").json().path("job_id").asString();

        Reply second = post(RETRAIN, "{}");

        assertThat(second.status()).isEqualTo(202);
        assertThat(second.json().path("job_id").asString()).isEqualTo(first);
        assertThat(second.json().path("already_running").asBoolean()).isTrue();
        assertThat(second.header("location")).endsWith(first);
    }

    @Test
    void aDryRunSaysWhatWouldBeTrainedOnAndBeginsNothing() {
        int before = retraining.latest(1000).size();

        JsonNode answer = post(RETRAIN, "{\"models\":[\"gap-values\"],\"parameters\":{\"seed\":3},\"dry_run\":true}")
                .ok();

        assertThat(answer.path("job_id").isNull()).isTrue();
        assertThat(answer.path("dry_run").asBoolean()).isTrue();
        assertThat(answer.path("trained_on")).hasSize(1);
        assertThat(answer.path("trained_on")
                        .path(0)
                        .path("row_counts")
                        .path("rows")
                        .asInt())
                .isEqualTo(7);
        assertThat(answer.path("trained_on").path(0).path("enough").asBoolean(true))
                .isFalse();
        assertThat(answer.path("trained_on")
                        .path(0)
                        .path("parameters")
                        .path("seed")
                        .asString())
                .isEqualTo("3");
        assertThat(answer.path("trained_on").path(0).path("expected_seconds").asInt())
                .isEqualTo(12);
        assertThat(retraining.latest(1000)).hasSize(before);
    }

    @Test
    void aTrainingIsCancelledOnce() {
        String location = post(RETRAIN, "{}").header("location");

        Reply cancelled = send("DELETE", location, null, BodyPublishers.noBody());

        assertThat(cancelled.status()).isEqualTo(202);
        assertThat(cancelled.json().path("state").asString()).isEqualTo("cancelled");
        send("DELETE", location, null, BodyPublishers.noBody()).problem(409);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        {"models":["als"]}                  | 422 | models[0]          | recommender, gap-values
        {"models":[]}                       | 422 | models             | 1
        {"dryrun":true}                     | 422 | dryrun             | known are models, parameters, dry_run, promote
        {"models":[null]}                   | 422 | models[0]          | is required
        {"parameters":{"depth":3}}          | 422 | parameters         | seed and threads only
        {"parameters":{"threads":0}}        | 422 | parameters.threads | [1, 2], was 0
        {"parameters":{"threads":3}}        | 422 | parameters.threads | [1, 2], was 3
        {"parameters":{"seed":-1}}          | 422 | parameters.seed    | [0, 2147483647]
        {"parameters":{"seed":99999999999}} | 422 | parameters.seed    | an integer in [-2147483648, 2147483647], was 99999999999
        {"parameters":{"seed":1.5}}         | 400 | parameters.seed    | integer
        {"promote":"always"}                | 422 | promote            | if_better, never
        {"dry_run":"yes"}                   | 400 | dry_run            | true or false
        {"models":"recommender"}            | 400 | models             | an array
        """)
    void whatIsNotLegalIsNamed(String body, int status, String field, String message) {
        JsonNode error = post(RETRAIN, body).problem(status).path("errors").path(0);

        assertThat(error.path("field").asString()).isEqualTo(field);
        assertThat(error.path("message").asString()).contains(message);
    }

    @Test
    void thereIsNothingOfAnUnknownId() {
        for (String id : new String[] {"x", "0b1f6a9e-2f0f-4d0e-9d0b-5a4a8a1c2d3e"}) {
            get(RETRAIN + "/" + id).problem(404);
            send("DELETE", RETRAIN + "/" + id, null, BodyPublishers.noBody()).problem(404);
        }
        get(RETRAIN + "?limit=0").problem(422);
        post(RETRAIN, "[]").problem(400);
        post(RETRAIN, "").problem(400);
    }
}
