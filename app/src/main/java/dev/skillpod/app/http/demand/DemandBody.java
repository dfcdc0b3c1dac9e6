package dev.skillpod.app.http.demand;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.CalendarMonth;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.core.activity.DemandPoint;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/** How much a skill was asked for in a month, as callers send it. */
@Schema(
        name = "Demand",
        description = "How much a skill was asked for in a month. A month that is not sent is not known.")
public record DemandBody(
        @JsonProperty("skill_id") @NotNull @Text String skillId,

        @JsonProperty("period") @Schema(description = "The month, YYYY-MM.") @NotNull @CalendarMonth
        String period,

        @JsonProperty("postings")
        @Schema(description = "Job postings that asked for the skill.")
        @NotNull
        @InRange(from = 0, to = 1e12)
        Double postings,

        @JsonProperty("applicants") @Schema(description = "Applicants to them.") @InRange(from = 0, to = 1e12) @Nullable
        Double applicants,

        @JsonProperty("median_pay")
        @Schema(description = "Median yearly pay offered.")
        @InRange(from = 0, to = 1e12)
        @Nullable
        Double medianPay,

        @JsonProperty("region") @Schema(description = "Left out for the whole market.") @Text @Nullable
        String region) {

    /** Returns the domain's point; the body must be legal. */
    DemandPoint point() {
        return new DemandPoint(skillId, YearMonth.parse(period), region, postings, applicants, medianPay);
    }
}
