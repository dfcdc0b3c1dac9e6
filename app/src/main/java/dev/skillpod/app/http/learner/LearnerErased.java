package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.activity.LearnerKey;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Map;

/** What was erased of a learner. */
@Schema(description = "How many stored rows were erased.")
public record LearnerErased(
        @JsonProperty("tenant_id") String tenantId,
        @JsonProperty("user_id") String userId,
        @JsonProperty("profiles") int profiles,
        @JsonProperty("events") int events,
        @JsonProperty("recommendations") int recommendations,
        @JsonProperty("learning_paths") int learningPaths,

        @JsonProperty("batch_results") @Schema(description = "Answers of batch jobs.")
        int batchResults) {

    /** Returns the wire form of counts by kind. */
    static LearnerErased of(LearnerKey learner, Map<String, Integer> counts) {
        return new LearnerErased(
                learner.tenantId(),
                learner.userId(),
                counts.getOrDefault("learners", 0),
                counts.getOrDefault("events", 0),
                counts.getOrDefault("recommendations", 0),
                counts.getOrDefault("learning_paths", 0),
                counts.getOrDefault("job_results", 0));
    }

    int rows() {
        return profiles + events + recommendations + learningPaths + batchResults;
    }
}
