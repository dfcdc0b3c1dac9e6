package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.catalog.Role;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A role of the catalogue. */
@Schema(name = "Role", description = "A role of the catalogue, with the skills it takes.")
public record RoleView(
        @JsonProperty("role_id") String roleId,
        @JsonProperty("title") String title,
        @JsonProperty("area") String area,
        @JsonProperty("aliases") List<String> aliases,
        @JsonProperty("description") String description,
        @JsonProperty("skills") List<RoleBody.RequirementBody> skills,

        @JsonProperty("data_source") @Schema(description = "real or synthetic")
        String dataSource) {

    /** Returns the wire form. */
    static RoleView of(Role role) {
        return new RoleView(
                role.id(),
                role.title(),
                role.area(),
                role.aliases(),
                role.description(),
                role.requirements().stream()
                        .map(r -> new RoleBody.RequirementBody(r.skillId(), r.requiredLevel(), r.importance()))
                        .toList(),
                SkillView.source(role.source()));
    }
}
