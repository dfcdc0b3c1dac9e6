package dev.skillpod.app.http.job;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.skillpod.app.http.recommendation.GenerateResponse;
import dev.skillpod.app.serving.Job;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.UUID;

/** A part of a job's results, in the order of the request. */
@Schema(description = "A part of a job's results, in the order of the request.")
public record JobResults(
        @JsonProperty("job_id") UUID jobId,
        @JsonProperty("state") Job.State state,

        @JsonProperty("available") @Schema(description = "Results there are so far.")
        int available,

        @JsonProperty("offset") int offset,
        @JsonProperty("limit") int limit,

        @JsonProperty("results") @ArraySchema(schema = @Schema(implementation = GenerateResponse.class))
        List<Answer> results) {

    /** A kept answer; it is JSON already. */
    public record Answer(@JsonValue @JsonRawValue String json) {}
}
