package dev.skillpod.app.http.path;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.path.content.ReviewStep;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A content that refreshes a skill before a path builds on it. */
@Schema(
        name = "PathReview",
        description = "A content that refreshes a skill before the path builds on it. Mastery is the probability of"
                + " answering a typical item of the skill right.")
public record ReviewView(
        @JsonProperty("content_id") String contentId,
        @JsonProperty("content_type") ContentType contentType,
        @JsonProperty("title") String title,
        @JsonProperty("provider") @Nullable String provider,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("minutes") double minutes,
        @JsonProperty("minutes_assumed") boolean minutesAssumed,

        @JsonProperty("finished_before") @Schema(description = "Whether the learner has finished this content before.")
        boolean finishedBefore,

        @JsonProperty("starts_in_week") @Schema(minimum = "1")
        int startsInWeek,

        @JsonProperty("ends_in_week") @Schema(minimum = "1") int endsInWeek,
        @JsonProperty("skill_id") String skillId,
        @JsonProperty("skill_name") String skillName,

        @JsonProperty("mastery_before") @Schema(minimum = "0", maximum = "1", description = "Mastery now.")
        double masteryBefore,

        @JsonProperty("mastery_before_lower") @Schema(minimum = "0", maximum = "1", description = "Its 95 % interval.")
        double masteryBeforeLower,

        @JsonProperty("mastery_before_upper") @Schema(minimum = "0", maximum = "1")
        double masteryBeforeUpper,

        @JsonProperty("mastery_after")
        @Schema(
                minimum = "0",
                maximum = "1",
                description = "Expected after the review: what it was after the last answer.")
        double masteryAfter,

        @JsonProperty("forgotten_share")
        @Schema(
                minimum = "0",
                maximum = "1",
                description = "Share of what answers have shown that is likely forgotten.")
        double forgottenShare,

        @JsonProperty("half_life_days") double halfLifeDays,

        @JsonProperty("last_answered_at") @Schema(format = "date-time")
        String lastAnsweredAt,

        @JsonProperty("why_now") @Schema(description = "Why it comes first, in a sentence of fact.")
        String why) {
    static ReviewView of(ReviewStep review, PathCalendar.Span weeks) {
        var content = review.content();
        var memory = review.memory();
        return new ReviewView(
                content.id(),
                content.type(),
                content.title(),
                content.provider(),
                content.url(),
                PathView.round(review.minutes(), 10),
                review.assumedMinutes(),
                review.repeated(),
                weeks.first(),
                weeks.last(),
                memory.skillId(),
                review.skillName(),
                PathView.round(review.before(), 10_000),
                PathView.round(memory.now().lower(), 10_000),
                PathView.round(memory.now().upper(), 10_000),
                PathView.round(review.after(), 10_000),
                PathView.round(memory.forgotten(), 10_000),
                PathView.round(memory.now().halfLife(), 10),
                memory.lastAnswer().toString(),
                String.format(
                        Locale.ROOT,
                        "the path builds on %s: your last answer on it, %d days ago, was right, and about %.0f %% of"
                                + " what you showed is likely to be forgotten by now",
                        review.skillName(),
                        Math.round(memory.daysSince()),
                        100 * memory.forgotten()));
    }
}
