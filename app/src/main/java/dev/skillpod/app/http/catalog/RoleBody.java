package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.validation.Contradictions;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A role with the skills it takes, as callers send it. */
@Schema(name = "RoleToPut", description = "A role with the skills it takes.")
public record RoleBody(
        @JsonProperty("role_id") @Schema(description = "May be left out where the path has it.") @Text @Nullable
        String roleId,

        @JsonProperty("title") @NotNull @Text String title,
        @JsonProperty("area") @Text(blank = true) @Nullable String area,

        @JsonProperty("aliases") @Size(max = CatalogBody.MOST_ENTRIES) @Nullable
        List<@NotNull @Text String> aliases,

        @JsonProperty("description") @Text(max = Text.LONG, blank = true) @Nullable
        String description,

        @JsonProperty("skills") @NotNull @Size(max = CatalogBody.MOST_ENTRIES)
        List<@NotNull @Valid RequirementBody> skills)
        implements CatalogBody<RoleBody> {

    /** What the role asks of one skill. */
    @Schema(name = "SkillRequirement", description = "What a role asks of one skill.")
    public record RequirementBody(
            @JsonProperty("skill_id") @NotNull @Text String skillId,

            @JsonProperty("required_level") @NotNull @InRange(from = 0, to = 100)
            Integer requiredLevel,

            @JsonProperty("importance") @NotNull @InRange(from = 0, to = 1)
            Double importance) {}

    @Override
    public @Nullable String id() {
        return roleId;
    }

    @Override
    public RoleBody withId(String id) {
        return new RoleBody(id, title, area, aliases, description, skills);
    }

    @Override
    public List<FieldError> contradictions() {
        return Contradictions.repeated("skills", "skill_id", skills, RequirementBody::skillId);
    }

    @Override
    public Stream<Reference> references() {
        return Stream.iterate(0, i -> i < skills.size(), i -> i + 1)
                .map(i -> new Reference(
                        "skills[" + i + "].skill_id", skills.get(i).skillId(), false));
    }

    /** Returns the domain's row; the id must be there. */
    Role role() {
        return new Role(
                Objects.requireNonNull(roleId),
                title,
                Objects.requireNonNullElse(area, ""),
                ProfileMapping.orEmpty(aliases),
                Objects.requireNonNullElse(description, ""),
                skills.stream()
                        .map(s -> new SkillRequirement(s.skillId(), s.requiredLevel(), s.importance()))
                        .toList(),
                DataSource.REAL);
    }
}
