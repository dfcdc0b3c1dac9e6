package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PostingsIT {
    private final Service service = StarterService.get();

    @Test
    void theJobsOfTheStarterWorldArePostedAndLabelledSynthetic() {
        JsonNode job = service.get("/api/v1/postings/job-00001").ok();

        assertThat(job.path("data_source").asString()).isEqualTo("synthetic");
        assertThat(job.path("skills")).isNotEmpty();
        assertThat(job.path("skills").path(0).path("level").asInt()).isBetween(1, 100);
        assertThat(job.path("pay").path("high").asDouble())
                .isGreaterThanOrEqualTo(job.path("pay").path("low").asDouble());
        String role = job.path("role_id").asString();
        assertThat(service.get("/api/v1/roles/" + role).status()).isEqualTo(200);
    }

    @Test
    void aPostingIsPutReplacedAndShown() {
        String posting = """
                {"job_id":"it-job","title":"%s","role_id":null,"region":null,"posted_at":"2026-10-05T08:00:00Z",\
                "skills":[{"skill_id":"sql","level":60},{"skill_id":"git","level":null}],\
                "pay":{"low":1.5,"high":2.0,"currency":"EUR"}}""";

        JsonNode first = service.put("/api/v1/postings", "[" + posting.formatted("A") + "]")
                .ok();
        JsonNode second = service.put("/api/v1/postings", "[" + posting.formatted("B") + "]")
                .ok();

        assertThat(first.path("created").asInt()).isEqualTo(1);
        assertThat(second.path("replaced").asInt()).isEqualTo(1);
        assertThat(service.get("/api/v1/postings/it-job").ok().toString())
                .isEqualTo(posting.formatted("B").replaceAll("}$", ",\"data_source\":\"real\"}"));
        assertThat(service.get("/api/v1/postings/it-none").status()).isEqualTo(404);
    }
}
