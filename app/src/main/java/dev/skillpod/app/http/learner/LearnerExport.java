package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.skillpod.core.activity.LearnerKey;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that is stored about a learner. */
@Schema(description = "Everything that is stored about a learner, with the field names of the database.")
public record LearnerExport(
        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("user_id") String userId,
        @JsonProperty("exported_at") String exportedAt,

        @JsonProperty("profile")
        @ArraySchema(
                schema = @Schema(implementation = Object.class),
                arraySchema = @Schema(description = "At most one."))
        List<Row> profile,

        @JsonProperty("events")
        @ArraySchema(
                schema = @Schema(implementation = Object.class),
                arraySchema = @Schema(description = "In time order."))
        List<Row> events,

        @JsonProperty("recommendations")
        @ArraySchema(
                schema = @Schema(implementation = Object.class),
                arraySchema = @Schema(description = "Lists that were served."))
        List<Row> recommendations,

        @JsonProperty("learning_paths") @ArraySchema(schema = @Schema(implementation = Object.class))
        List<Row> learningPaths,

        @JsonProperty("batch_results")
        @ArraySchema(
                schema = @Schema(implementation = Object.class),
                arraySchema = @Schema(description = "Answers of batch jobs."))
        List<Row> batchResults) {

    /** One stored row, which is JSON already. */
    public record Row(@JsonValue @JsonRawValue String json) {}

    /** Returns the wire form of rows by kind. */
    static LearnerExport of(LearnerKey learner, Map<String, List<String>> rows, Instant at) {
        return new LearnerExport(
                learner.tenantId(),
                learner.userId(),
                at.toString(),
                rows(rows, "learners"),
                rows(rows, "events"),
                rows(rows, "recommendations"),
                rows(rows, "learning_paths"),
                rows(rows, "job_results"));
    }

    /** Whether nothing is stored. */
    boolean empty() {
        return profile.isEmpty()
                && events.isEmpty()
                && recommendations.isEmpty()
                && learningPaths.isEmpty()
                && batchResults.isEmpty();
    }

    private static List<Row> rows(Map<String, List<String>> rows, String kind) {
        return rows.getOrDefault(kind, List.of()).stream().map(Row::new).toList();
    }
}
