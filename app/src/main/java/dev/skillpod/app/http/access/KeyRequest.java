package dev.skillpod.app.http.access;

import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.media.Schema.AdditionalPropertiesValue;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The request for a new key. */
@Schema(
        description = "The request for a new key. Fields that are not known are refused.",
        additionalProperties = AdditionalPropertiesValue.FALSE)
public record KeyRequest(
        @JsonProperty("role") @NotNull @OneOf(KeyRole.class) String role,

        @JsonProperty("tenant_id")
        @Schema(
                description =
                        "The only tenant the key may name; left out, it may name any. A key with the role admin has"
                                + " none.")
        @Text
        @Nullable
        String tenantId,

        @JsonProperty("name") @Schema(description = "What you call it, to know it again.") @NotNull @Text
        String name,

        @JsonAnySetter @Schema(hidden = true) @Nullable Map<String, Object> unknown) {
    static final List<String> FIELDS = List.of("role", "tenant_id", "name");
}
