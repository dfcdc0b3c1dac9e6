package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Provenance;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A version of a model: where it comes from, what it scored, what the gate said. */
@Schema(name = "ModelVersion")
public record VersionView(
        @JsonProperty("version") String version,
        @JsonProperty("aliases") List<String> aliases,
        @JsonProperty("algorithm") String algorithm,
        @JsonProperty("trained_at") Instant trainedAt,
        @JsonProperty("registered_at") Instant registeredAt,
        @JsonProperty("registered_by") String registeredBy,
        @JsonProperty("seed") long seed,
        @JsonProperty("data_from") Instant dataFrom,
        @JsonProperty("data_until") Instant dataUntil,
        @JsonProperty("data_source") String dataSource,
        @JsonProperty("code_version") String codeVersion,
        @JsonProperty("row_counts") Map<String, Long> rowCounts,
        @JsonProperty("parameters") Map<String, String> parameters,
        @JsonProperty("metrics") Map<String, Double> metrics,

        @JsonProperty("gate") @Schema(description = "The newest verdict; null when it was not judged.") @Nullable
        GateView gate,

        @JsonProperty("files_ok") @Schema(description = "Whether its files are there, and are what was registered.")
        boolean filesOk) {

    /** The versions of a model. */
    @Schema(name = "ModelVersions")
    public record Versions(
            @JsonProperty("model") String model,
            @JsonProperty("versions") List<VersionView> versions) {}

    static VersionView of(ModelVersion version, ModelAliases aliases, boolean filesOk) {
        Provenance from = version.provenance();
        return new VersionView(
                version.version(),
                aliases.of(version.version()).stream().map(ModelAlias::wireName).toList(),
                from.algorithm(),
                from.trainedAt(),
                version.registeredAt(),
                version.registeredBy(),
                from.seed(),
                from.dataFrom(),
                from.dataUntil(),
                from.dataSource(),
                from.codeVersion(),
                from.rowCounts(),
                from.parameters(),
                from.metrics(),
                version.gate().map(GateView::of).orElse(null),
                filesOk);
    }
}
