package dev.skillpod.app.http.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.Signal;
import dev.skillpod.app.http.validation.InRange;
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

/** One event. Which of the optional fields are needed depends on the type, see {@link EventKind}. */
@Schema(
        name = "Event",
        description = "One event. All types need event_id, tenant_id, user_id, type and timestamp; besides: IMPRESSION,"
                + " VIEW, START, COMPLETE, DISMISS content_id; PROGRESS content_id and progress; RATE content_id"
                + " and rating; ASSESSMENT skill_id and score; MARKET_SIGNAL signal_type; APPLICATION_OUTCOME"
                + " job_id and outcome; ANSWER item_id, correct and skill_ids (one at least). Fields that a type"
                + " has no use for are ignored.")
public record EventBody(
        @JsonProperty("event_id")
        @Schema(description = "Unique within the tenant; makes sending twice harmless.")
        @NotNull
        @Text
        String eventId,

        @JsonProperty("tenant_id") @NotNull @Text String tenantId,
        @JsonProperty("user_id") @NotNull @Text String userId,

        @JsonProperty("type") @NotNull @OneOf(EventKind.class)
        String type,

        @JsonProperty("timestamp")
        @Schema(description = "ISO 8601 with an offset, at most one day in the future.")
        @NotNull
        @Timestamp
        String timestamp,

        @JsonProperty("content_id") @Text @Nullable String contentId,

        @JsonProperty("recommendation_id") @Schema(description = "The list it was shown in.") @Text @Nullable
        String recommendationId,

        @JsonProperty("position")
        @Schema(description = "The place in that list, from 1.")
        @InRange(from = 1, to = 10_000)
        @Nullable
        Integer position,

        @JsonProperty("propensity")
        @Schema(description = "The probability with which it was shown at that place.")
        @InRange(from = 0, to = 1, fromExclusive = true)
        @Nullable
        Double propensity,

        @JsonProperty("progress") @Schema(description = "The part done so far.") @InRange(from = 0, to = 1) @Nullable
        Double progress,

        @JsonProperty("rating") @InRange(from = 1, to = 5) @Nullable
        Integer rating,

        @JsonProperty("skill_id") @Text @Nullable String skillId,

        @JsonProperty("score") @Schema(description = "The measured level.") @InRange(from = 0, to = 100) @Nullable
        Double score,

        @JsonProperty("signal_type") @OneOf(SignalType.class) @Nullable
        String signalType,

        @JsonProperty("skill_ids") @Size(max = Signal.MOST_SKILLS) @Nullable
        List<@NotNull @Text String> skillIds,

        @JsonProperty("job_id") @Text @Nullable String jobId,

        @JsonProperty("outcome")
        @Schema(description = "The stage the application came to; upper or lower case.")
        @OneOf(value = Outcome.class, ignoreCase = true)
        @Nullable
        String outcome,

        @JsonProperty("match_score") @Nullable Double matchScore,

        @JsonProperty("item_id")
        @Schema(description = "The item of a test that was answered; the same for everybody who meets it.")
        @Text
        @Nullable
        String itemId,

        @JsonProperty("correct") @Schema(description = "Whether the answer was right.") @Nullable
        Boolean correct) {}
