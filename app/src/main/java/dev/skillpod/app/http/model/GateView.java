package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.GateVerdict;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gate said of a version. */
@Schema(name = "Gate")
public record GateView(
        @JsonProperty("passed") boolean passed,

        @JsonProperty("against")
        @Schema(description = "The champion it was compared with; null when there was none.")
        @Nullable
        String against,

        @JsonProperty("judged_at") Instant judgedAt,

        @JsonProperty("reasons") @Schema(description = "The rules that were not met.")
        List<String> reasons,

        @JsonProperty("checks") List<CheckView> checks) {

    /** One rule. */
    @Schema(name = "GateCheck")
    public record CheckView(
            @JsonProperty("name") String name,
            @JsonProperty("passed") boolean passed,
            @JsonProperty("champion") @Nullable Double champion,
            @JsonProperty("candidate") @Nullable Double candidate,

            @JsonProperty("lower")
            @Schema(description = "Lower end of the 95 % interval of candidate minus champion.")
            @Nullable
            Double lower,

            @JsonProperty("upper") @Nullable Double upper,
            @JsonProperty("detail") String detail) {

        static CheckView of(GateCheck check) {
            return new CheckView(
                    check.name(),
                    check.passed(),
                    finite(check.champion()),
                    finite(check.candidate()),
                    finite(check.lower()),
                    finite(check.upper()),
                    check.detail());
        }
    }

    /** Returns the wire form. */
    public static GateView of(GateVerdict verdict) {
        return new GateView(
                verdict.passed(),
                verdict.against(),
                verdict.judgedAt(),
                verdict.reasons(),
                verdict.checks().stream().map(CheckView::of).toList());
    }

    /** JSON has no other numbers. */
    static @Nullable Double finite(@Nullable Double number) {
        return number == null || !Double.isFinite(number) ? null : number;
    }
}
