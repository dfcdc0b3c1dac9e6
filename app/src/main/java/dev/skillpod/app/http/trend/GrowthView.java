package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.trend.demand.Growth;
import io.swagger.v3.oas.annotations.media.Schema;

/** How much postings will change within a year. */
@Schema(
        name = "Growth",
        description =
                "Change of the postings within a year: the same calendar months a year after the latest known three over"
                        + " those three, minus 1 (0.08 is 8 %).")
public record GrowthView(
        @JsonProperty("expected") double expected,

        @JsonProperty("lower_bound")
        @Schema(description = "Lower end of the interval that holds it with probability 0.8.")
        double lower,

        @JsonProperty("upper_bound") double upper,

        @JsonProperty("at_least") @Schema(description = "Exceeded with probability 0.8.")
        double atLeast,

        @JsonProperty("at_most") @Schema(description = "Not reached with probability 0.8.")
        double atMost,

        @JsonProperty("probability_rising")
        @Schema(description = "Of growth by more than 3 %.", minimum = "0", maximum = "1")
        double rising,

        @JsonProperty("probability_declining")
        @Schema(description = "Of a loss of more than 3 %.", minimum = "0", maximum = "1")
        double declining) {

    static GrowthView of(Growth growth) {
        return new GrowthView(
                growth.expected(),
                growth.lower(),
                growth.upper(),
                growth.atLeast(),
                growth.atMost(),
                growth.probabilityAbove(Growth.THRESHOLD),
                1 - growth.probabilityAbove(-Growth.THRESHOLD));
    }
}
