package dev.skillpod.app.http.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.Job;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A batch job as it stands. */
@Schema(name = "Job", description = "A batch job as it stands.")
public record JobView(
        @JsonProperty("job_id") UUID jobId,
        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("state") Job.State state,

        @JsonProperty("done") @Schema(description = "Users answered so far.")
        int done,

        @JsonProperty("total") @Schema(description = "Users asked for.")
        int total,

        @JsonProperty("created_at") Instant createdAt,
        @JsonProperty("started_at") @Nullable Instant startedAt,
        @JsonProperty("ended_at") @Nullable Instant endedAt,

        @JsonProperty("error") @Schema(description = "Why it failed; null unless it did.") @Nullable
        String error,

        @JsonProperty("results_url") @Schema(description = "Where the results so far are, also while it is running.")
        String resultsUrl) {

    /** Returns the wire form. */
    static JobView of(Job job) {
        return new JobView(
                job.id(),
                job.tenantId(),
                job.state(),
                job.done(),
                job.total(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.error(),
                "/api/v1/jobs/" + job.id() + "/results");
    }
}
