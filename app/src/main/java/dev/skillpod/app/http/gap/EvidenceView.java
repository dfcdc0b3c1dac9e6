package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.SignalCounts;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why a skill is taken to be required. */
@Schema(name = "Evidence", description = "Why a skill is taken to be required.")
public record EvidenceView(
        @JsonProperty("source")
        @Schema(
                description =
                        "The request's target skills, the target role, roles like it, or the learner's market activity.",
                allowableValues = {"request", "role", "similar_roles", "market"})
        String source,

        @JsonProperty("required_level") double requiredLevel,

        @JsonProperty("weight") @Schema(minimum = "0", maximum = "1")
        double weight,

        @JsonProperty("role_id") @Nullable String roleId,
        @JsonProperty("role_title") @Nullable String roleTitle,

        @JsonProperty("probability")
        @Schema(description = "How probably roles like it require the skill; of similar_roles only.")
        @Nullable
        Double probability,

        @JsonProperty("counts") @Nullable Counts counts,

        @JsonProperty("job_ids") @Schema(description = "The most pressing jobs that ask for it, at most 5.")
        List<String> jobIds) {

    /** What happened on the market. */
    @Schema(
            name = "SignalCounts",
            description =
                    "What happened; a job counts once, by the furthest it came to. Searched holds certificates asked"
                            + " for and profile gaps, too.")
    public record Counts(
            @JsonProperty("viewed") int viewed,
            @JsonProperty("applied") int applied,
            @JsonProperty("rejected") int rejected,
            @JsonProperty("won") int won,
            @JsonProperty("searched") int searched,
            @JsonProperty("competitors") int competitors,
            @JsonProperty("trends") int trends) {
        private static Counts of(SignalCounts counts) {
            return new Counts(
                    counts.viewed(),
                    counts.applied(),
                    counts.rejected(),
                    counts.won(),
                    counts.searched(),
                    counts.competitors(),
                    counts.trends());
        }
    }

    static EvidenceView of(Evidence evidence) {
        return switch (evidence) {
            case Evidence.Asked asked ->
                new EvidenceView(
                        "request",
                        Numbers.tenths(asked.level()),
                        Numbers.fine(asked.weight()),
                        null,
                        null,
                        null,
                        null,
                        List.of());
            case Evidence.ByRole role ->
                new EvidenceView(
                        "role",
                        Numbers.tenths(role.level()),
                        Numbers.fine(role.weight()),
                        role.roleId(),
                        role.roleTitle(),
                        null,
                        null,
                        List.of());
            case Evidence.ByLikeRoles like ->
                new EvidenceView(
                        "similar_roles",
                        Numbers.tenths(like.level()),
                        Numbers.fine(like.weight()),
                        null,
                        like.roleTitle(),
                        Numbers.fine(like.probability()),
                        null,
                        List.of());
            case Evidence.ByMarket market ->
                new EvidenceView(
                        "market",
                        Numbers.tenths(market.level()),
                        Numbers.fine(market.weight()),
                        null,
                        null,
                        null,
                        Counts.of(market.counts()),
                        market.jobIds());
        };
    }
}
