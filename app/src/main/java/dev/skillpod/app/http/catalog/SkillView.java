package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.PrerequisiteGraph;
import dev.skillpod.core.catalog.Skill;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;

/** A skill of the catalogue. */
@Schema(name = "Skill", description = "A skill of the catalogue, with its prerequisites.")
public record SkillView(
        @JsonProperty("skill_id") String skillId,
        @JsonProperty("name") String name,
        @JsonProperty("area") String area,
        @JsonProperty("aliases") List<String> aliases,
        @JsonProperty("description") String description,
        @JsonProperty("prerequisites") List<SkillBody.PrerequisiteBody> prerequisites,

        @JsonProperty("data_source") @Schema(description = "real or synthetic")
        String dataSource) {

    /** Returns the wire form. */
    static SkillView of(Skill skill, PrerequisiteGraph graph) {
        return new SkillView(
                skill.id(),
                skill.name(),
                skill.area(),
                skill.aliases(),
                skill.description(),
                graph.requiredBy(skill.id()).stream()
                        .map(p -> new SkillBody.PrerequisiteBody(p.requiresSkillId(), p.requiredLevel()))
                        .toList(),
                source(skill.source()));
    }

    /** Returns the wire name of a source. */
    static String source(DataSource source) {
        return source.name().toLowerCase(Locale.ROOT);
    }
}
