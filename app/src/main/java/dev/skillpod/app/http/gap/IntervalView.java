package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.gap.value.Interval;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Where the truth lies with probability 0.95. */
@Schema(name = "Interval", description = "Where the truth lies with probability 0.95.")
public record IntervalView(
        @JsonProperty("lower") double lower,
        @JsonProperty("upper") double upper) {
    static @Nullable IntervalView orNull(@Nullable Interval interval) {
        return interval == null ? null : of(interval);
    }

    static IntervalView of(Interval interval) {
        return new IntervalView(Numbers.fine(interval.lower()), Numbers.fine(interval.upper()));
    }
}
