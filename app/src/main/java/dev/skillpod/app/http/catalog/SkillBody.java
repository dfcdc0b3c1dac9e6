package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.validation.Contradictions;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.serving.SkillEntry;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Skill;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A skill with its prerequisites, as callers send it. */
@Schema(name = "SkillToPut", description = "A skill with all its prerequisites.")
public record SkillBody(
        @JsonProperty("skill_id") @Schema(description = "May be left out where the path has it.") @Text @Nullable
        String skillId,

        @JsonProperty("name") @NotNull @Text String name,
        @JsonProperty("area") @Text(blank = true) @Nullable String area,

        @JsonProperty("aliases") @Size(max = CatalogBody.MOST_ENTRIES) @Nullable
        List<@NotNull @Text String> aliases,

        @JsonProperty("description") @Text(max = Text.LONG, blank = true) @Nullable
        String description,

        @JsonProperty("prerequisites") @Size(max = CatalogBody.MOST_ENTRIES) @Nullable
        List<@NotNull @Valid PrerequisiteBody> prerequisites)
        implements CatalogBody<SkillBody> {

    /** A skill that should be known before. */
    @Schema(name = "Prerequisite", description = "A skill that should be known before, from which level on.")
    public record PrerequisiteBody(
            @JsonProperty("skill_id") @NotNull @Text String skillId,

            @JsonProperty("required_level") @NotNull @InRange(from = 0, to = 100)
            Integer requiredLevel) {}

    @Override
    public @Nullable String id() {
        return skillId;
    }

    @Override
    public SkillBody withId(String id) {
        return new SkillBody(id, name, area, aliases, description, prerequisites);
    }

    @Override
    public List<FieldError> contradictions() {
        return Contradictions.repeated(
                "prerequisites", "skill_id", ProfileMapping.orEmpty(prerequisites), PrerequisiteBody::skillId);
    }

    @Override
    public Stream<Reference> references() {
        var list = ProfileMapping.orEmpty(prerequisites);
        return Stream.iterate(0, i -> i < list.size(), i -> i + 1)
                .map(i -> new Reference(
                        "prerequisites[" + i + "].skill_id", list.get(i).skillId(), false));
    }

    /** Returns the domain's row; the id must be there. */
    SkillEntry entry() {
        String id = Objects.requireNonNull(skillId);
        var skill = new Skill(
                id,
                name,
                Objects.requireNonNullElse(area, ""),
                ProfileMapping.orEmpty(aliases),
                Objects.requireNonNullElse(description, ""),
                DataSource.REAL);
        return new SkillEntry(
                skill,
                ProfileMapping.orEmpty(prerequisites).stream()
                        .map(p -> new Prerequisite(id, p.skillId(), p.requiredLevel()))
                        .toList());
    }
}
