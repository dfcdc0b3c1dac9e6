package dev.skillpod.app.http.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.Job;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** The answer to a batch: where to follow it. */
@Schema(description = "The batch is queued; the Location header and job_id say where to follow it.")
public record BatchQueued(
        @JsonProperty("status") @Schema(allowableValues = "queued")
        String status,

        @JsonProperty("user_count") @Schema(description = "Different users asked for.")
        int userCount,

        @JsonProperty("message") String message,
        @JsonProperty("job_id") UUID jobId) {

    /** Returns the wire form. */
    static BatchQueued of(Job job) {
        String users = job.total() == 1 ? "1 user" : job.total() + " users";
        return new BatchQueued(
                "queued", job.total(), "Recommendations for " + users + " are being generated.", job.id());
    }
}
