package dev.skillpod.app.http.gap;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.Signal;
import dev.skillpod.app.http.learner.UserContext;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.NamesTenant;
import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The request for what skills are worth to one learner. */
@Schema(name = "PersonalPrediction", description = "The request for what skills are worth to one learner.")
public record PredictRequest(
        @JsonProperty("user_context") @NotNull @Valid UserContext userContext,

        @JsonProperty("skill_ids") @NotNull @Size(min = 1, max = MOST_SKILLS)
        List<@NotNull @Text String> skillIds,

        @JsonProperty("target_level")
        @Schema(description = "The level to reach; left out, what is required of the learner, or else what is usual.")
        @InRange(from = 0, to = 100)
        @Nullable
        Integer targetLevel,

        @JsonProperty("market_signals")
        @Size(max = 1000)
        @Schema(description = "Market activity; joins what is stored.")
        @Nullable
        List<@NotNull @Valid Signal> marketSignals)
        implements NamesTenant {
    /** The most skills of one request. */
    static final int MOST_SKILLS = 100;

    @Override
    public String namedTenant() {
        return userContext.tenantId();
    }
}
