package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.SkillGapSource.SkillGaps;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.gap.analysis.Gap;
import dev.skillpod.core.gap.analysis.GapReport;
import dev.skillpod.core.gap.analysis.Priority;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One learner's skill gaps. */
@Schema(description = "One learner's skill gaps, by priority, then the largest first.")
public record AnalyzeResponse(
        @JsonProperty("skill_gaps") List<GapView> skillGaps,
        @JsonProperty("summary") Summary summary,
        @JsonProperty("market_context") @Nullable MarketContext marketContext,

        @JsonProperty("processing_time_ms") @Schema(minimum = "0")
        long processingTimeMs,

        @JsonProperty("user_id") String userId,

        @JsonProperty("target_role")
        @Schema(description = "The role of the catalogue that is worked towards.")
        @Nullable
        RoleView targetRole,

        @JsonProperty("model_version")
        @Schema(description = "Of the models of outcomes and pay; untrained: gaps come without closing.")
        String modelVersion,

        @JsonProperty("data_source")
        @Schema(description = "What these were trained on: synthetic, real, mixed or none.")
        String dataSource,

        @JsonProperty("inputs") @Nullable InputsView inputs,

        @JsonProperty("warnings") @Schema(description = "What of the request could not be used, in plain sentences.")
        List<String> warnings,

        @JsonProperty("degraded")
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        @Schema(description = "What did not work while this was answered, in plain sentences; left out when all did.")
        List<String> degraded) {

    /** Returns the same answer as it is given now. */
    AnalyzeResponse now(long millis, List<String> degradedNow) {
        return new AnalyzeResponse(
                skillGaps,
                summary,
                marketContext,
                millis,
                userId,
                targetRole,
                modelVersion,
                dataSource,
                inputs,
                warnings,
                degradedNow);
    }

    /** The gaps in numbers. */
    @Schema(name = "GapSummary")
    public record Summary(
            @JsonProperty("total_gaps") int total,
            @JsonProperty("critical_count") int critical,
            @JsonProperty("high_count") int high,
            @JsonProperty("medium_count") int medium,
            @JsonProperty("low_count") int low,

            @JsonProperty("avg_gap_score") @Schema(description = "0 when there are no gaps.")
            double average) {
        private static Summary of(List<Gap> gaps) {
            int[] counts = new int[Priority.values().length];
            double sum = 0;
            for (Gap gap : gaps) {
                counts[gap.priority().ordinal()]++;
                sum += gap.size();
            }
            return new Summary(
                    gaps.size(),
                    counts[Priority.CRITICAL.ordinal()],
                    counts[Priority.HIGH.ordinal()],
                    counts[Priority.MEDIUM.ordinal()],
                    counts[Priority.LOW.ordinal()],
                    gaps.isEmpty() ? 0 : Numbers.tenths(sum / gaps.size()));
        }
    }

    /** How much the market asks for what is missing. */
    @Schema(
            name = "MarketContext",
            description = "How much the market asks for what is missing. Skills of unknown demand are left out.")
    public record MarketContext(
            @JsonProperty("avg_market_demand")
            @Schema(description = "Mean market_demand_score of the gaps; 0 when none is known.")
            double average,

            @JsonProperty("high_demand_skills")
            @Schema(
                    description =
                            "Names of the missing skills with a market_demand_score of 70 or more, the most asked for"
                                    + " first.")
            List<String> highDemand,

            @JsonProperty("known_skills") @Schema(description = "Gaps whose demand is known.")
            int known) {
        private static final double HIGH = 70;

        private static MarketContext of(List<Gap> gaps) {
            List<Gap> known =
                    gaps.stream().filter(gap -> gap.demand().isPresent()).toList();
            double sum = known.stream()
                    .mapToDouble(gap -> gap.demand().orElseThrow())
                    .sum();
            List<String> high = known.stream()
                    .filter(gap -> gap.demand().orElseThrow() >= HIGH)
                    .sorted((a, b) ->
                            Double.compare(b.demand().orElseThrow(), a.demand().orElseThrow()))
                    .map(gap -> gap.requirement().skillName())
                    .toList();
            return new MarketContext(known.isEmpty() ? 0 : Numbers.tenths(sum / known.size()), high, known.size());
        }
    }

    /** A role of the catalogue. */
    @Schema(name = "TargetRole")
    public record RoleView(
            @JsonProperty("role_id") String roleId,
            @JsonProperty("title") String title) {
        private static @Nullable RoleView of(@Nullable Role role) {
            return role == null ? null : new RoleView(role.id(), role.title());
        }
    }

    static AnalyzeResponse of(
            String userId,
            GapReport report,
            SkillGaps source,
            boolean market,
            @Nullable InputsView inputs,
            List<String> warnings) {
        var all = new ArrayList<>(warnings);
        all.addAll(report.warnings());
        return new AnalyzeResponse(
                report.gaps().stream().map(GapView::of).toList(),
                Summary.of(report.gaps()),
                market ? MarketContext.of(report.gaps()) : null,
                0,
                userId,
                RoleView.of(report.role().orElse(null)),
                source.modelVersion(),
                source.dataSource(),
                inputs,
                List.copyOf(all),
                List.of());
    }
}
