package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the aliases of a model name. */
@Schema(name = "ModelAliases")
public record AliasesView(
        @JsonProperty("model") String model,

        @JsonProperty("aliases") @Schema(description = "Versions by alias: champion, challenger, shadow.")
        Map<String, String> aliases,

        @JsonProperty("challenger_share") @Schema(description = "Share of the learners that the challenger answers.")
        double challengerShare) {

    static AliasesView of(ModelAliases aliases) {
        return new AliasesView(aliases.model(), byName(aliases), aliases.challengerShare());
    }

    static Map<String, String> byName(ModelAliases aliases) {
        var names = new LinkedHashMap<String, String>();
        for (ModelAlias alias : ModelAlias.values()) {
            aliases.version(alias).ifPresent(version -> names.put(alias.wireName(), version));
        }
        return names;
    }
}
