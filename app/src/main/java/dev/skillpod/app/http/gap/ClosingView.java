package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What closing a gap would change, everything else as it is. */
@Schema(
        name = "ClosingValue",
        description =
                "What closing the gap would change, everything else as it is, over the jobs the learner plausibly goes"
                        + " for. Null where the log supports no estimate.")
public record ClosingView(
        @JsonProperty("success_probability_before") @Schema(minimum = "0", maximum = "1")
        double before,

        @JsonProperty("success_probability_after") @Schema(minimum = "0", maximum = "1")
        double after,

        @JsonProperty("increase") double increase,
        @JsonProperty("increase_interval") IntervalView increaseInterval,
        @JsonProperty("pay_percent") @Nullable Double payPercent,
        @JsonProperty("pay_percent_interval") @Nullable IntervalView payPercentInterval,

        @JsonProperty("jobs") @Schema(description = "Jobs that the mean is over.")
        int jobs,

        @JsonProperty("applications")
        @Schema(description = "Answered applications to jobs that ask for the skill, which the estimate rests on.")
        int applications,

        @JsonProperty("overlap")
        @Schema(
                description = "Share of comparable learners among them who had the level.",
                minimum = "0",
                maximum = "1")
        double overlap,

        @JsonProperty("confidence") @Schema(minimum = "0", maximum = "1")
        double confidence) {
    static @Nullable ClosingView of(@Nullable ClosingValue value) {
        if (value == null) {
            return null;
        }
        Interval pay = value.payPercent();
        Interval increase = value.increase();
        return new ClosingView(
                Numbers.fine(value.successBefore()),
                Numbers.fine(value.successAfter()),
                Numbers.fine(increase.value()),
                IntervalView.of(increase),
                pay == null ? null : Numbers.fine(pay.value()),
                IntervalView.orNull(pay),
                value.jobs(),
                value.applications(),
                Numbers.fine(value.overlap()),
                Numbers.fine(value.confidence()));
    }
}
