package dev.skillpod.app.http.trend;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.trend.Band;
import dev.skillpod.core.trend.demand.SkillOutlook;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What is expected of a month. */
@Schema(name = "ForecastPeriod", description = "What is expected of a month; the bounds only when asked for.")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeriodView(
        @JsonProperty("period") @Schema(description = "The step, from 1.", minimum = "1")
        int period,

        @JsonProperty("month") @Schema(description = "The month, YYYY-MM.")
        String month,

        @JsonProperty("predicted_demand") @Schema(description = "Expected postings.", minimum = "0")
        double predictedDemand,

        @JsonProperty("lower_bound") @Schema(minimum = "0") @Nullable
        Double lowerBound,

        @JsonProperty("upper_bound") @Schema(minimum = "0") @Nullable
        Double upperBound) {

    /** Returns the first months of a forecast; without bounds when there is no band. */
    static List<PeriodView> of(SkillOutlook outlook, int periods, @Nullable Band band) {
        return IntStream.rangeClosed(1, periods)
                .mapToObj(period -> month(outlook, period, band))
                .toList();
    }

    /** Returns one month of a forecast. */
    static PeriodView month(SkillOutlook outlook, int period, @Nullable Band band) {
        return new PeriodView(
                period,
                outlook.start().plusMonths(period).toString(),
                outlook.mean()[period - 1],
                band == null ? null : band.lower()[period - 1],
                band == null ? null : band.upper()[period - 1]);
    }
}
