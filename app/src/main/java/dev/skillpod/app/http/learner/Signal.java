package dev.skillpod.app.http.learner;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.Timestamp;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A market signal: the learner met the market. */
@Schema(description = "A market signal: the learner looked at a job, applied, searched for a skill, …")
public record Signal(
        @JsonProperty("signal_type") @NotNull @OneOf(SignalType.class)
        String signalType,

        @JsonProperty("skill_ids") @Size(max = MOST_SKILLS) @Nullable
        List<@NotNull @Text String> skillIds,

        @JsonProperty("job_id") @Text(blank = true) @Nullable
        String jobId,

        @JsonProperty("outcome")
        @Schema(description = "How the application ended; upper or lower case.")
        @OneOf(value = Outcome.class, ignoreCase = true)
        @Nullable
        String outcome,

        @JsonProperty("match_score") @Nullable Double matchScore,

        @JsonProperty("timestamp")
        @Schema(description = "ISO 8601 with an offset. Signals in the future are reported in warnings and not used.")
        @NotNull
        @Timestamp
        String timestamp) {
    /** The most skills of one signal. */
    public static final int MOST_SKILLS = 200;
}
