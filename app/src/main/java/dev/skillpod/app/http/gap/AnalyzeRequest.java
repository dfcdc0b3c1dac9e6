package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.Signal;
import dev.skillpod.app.http.learner.UserContext;
import dev.skillpod.app.http.validation.NamesTenant;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request for one learner's skill gaps. */
@Schema(description = "The request for one learner's skill gaps. Unknown fields are ignored.")
public record AnalyzeRequest(
        @JsonProperty("user_context") @NotNull @Valid UserContext userContext,

        @JsonProperty("target_skills")
        @Schema(description = "Skills to reach; join what the role and the market activity require.")
        @Size(max = 200)
        @Nullable
        List<@NotNull @Valid Target> targetSkills,

        @JsonProperty("market_signals")
        @Size(max = 1000)
        @Schema(description = "Market activity; joins what is stored.")
        @Nullable
        List<@NotNull @Valid Signal> marketSignals,

        @JsonProperty("include_market_context") @Schema(defaultValue = "true") @Nullable
        Boolean includeMarketContext,

        @JsonProperty("include_inputs")
        @Schema(
                defaultValue = "false",
                description = "Whether to show every input that was used about the learner, for the learner to see.")
        @Nullable
        Boolean includeInputs)
        implements NamesTenant {
    @Override
    public String namedTenant() {
        return userContext.tenantId();
    }
}
