package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.validation.Contradictions;
import dev.skillpod.app.http.validation.InRange;
import dev.skillpod.app.http.validation.OneOf;
import dev.skillpod.app.http.validation.Text;
import dev.skillpod.app.http.validation.WebAddress;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.SkillWeight;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A content, as callers send it. */
@Schema(name = "ContentToPut", description = "Something to learn from; level_from may not exceed level_to.")
public record ContentBody(
        @JsonProperty("content_id") @Schema(description = "May be left out where the path has it.") @Text @Nullable
        String contentId,

        @JsonProperty("content_type") @NotNull @OneOf(ContentType.class)
        String contentType,

        @JsonProperty("title") @NotNull @Text(max = 500) String title,

        @JsonProperty("description") @Text(max = Text.LONG, blank = true) @Nullable
        String description,

        @JsonProperty("provider") @Text(blank = true) @Nullable
        String provider,

        @JsonProperty("url") @Schema(description = "An absolute http or https address.") @WebAddress @Nullable
        String url,

        @JsonProperty("skills")
        @Schema(description = "What it teaches, the main skill first.")
        @Size(max = CatalogBody.MOST_ENTRIES)
        @Nullable
        List<@NotNull @Valid WeightBody> skills,

        @JsonProperty("level_from")
        @Schema(description = "The level of the main skill from which on it is useful.", defaultValue = "0")
        @InRange(from = 0, to = 100)
        @Nullable
        Integer levelFrom,

        @JsonProperty("level_to")
        @Schema(description = "The level it leads to.", defaultValue = "100")
        @InRange(from = 0, to = 100)
        @Nullable
        Integer levelTo,

        @JsonProperty("duration_minutes") @InRange(from = 1, to = 1_000_000) @Nullable
        Integer durationMinutes,

        @JsonProperty("prerequisite_content_ids") @Size(max = CatalogBody.MOST_ENTRIES) @Nullable
        List<@NotNull @Text String> prerequisiteContentIds)
        implements CatalogBody<ContentBody> {

    /** How much of the content is about a skill. */
    @Schema(name = "SkillWeight", description = "How much of a content is about a skill.")
    public record WeightBody(
            @JsonProperty("skill_id") @NotNull @Text String skillId,

            @JsonProperty("weight") @NotNull @InRange(from = 0, to = 1, fromExclusive = true)
            Double weight) {}

    @Override
    public @Nullable String id() {
        return contentId;
    }

    @Override
    public ContentBody withId(String id) {
        return new ContentBody(
                id,
                contentType,
                title,
                description,
                provider,
                url,
                skills,
                levelFrom,
                levelTo,
                durationMinutes,
                prerequisiteContentIds);
    }

    @Override
    public List<FieldError> contradictions() {
        var errors = new ArrayList<>(
                Contradictions.repeated("skills", "skill_id", ProfileMapping.orEmpty(skills), WeightBody::skillId));
        if (from() > to()) {
            errors.add(new FieldError(
                    "level_to",
                    "must be in [%d, 100] (level_from), was %d".formatted(from(), to()),
                    ErrorCode.CONFLICT));
        }
        if (contentId != null && ProfileMapping.orEmpty(prerequisiteContentIds).contains(contentId)) {
            errors.add(new FieldError(
                    "prerequisite_content_ids", "must not name the content itself, did", ErrorCode.CONFLICT));
        }
        return errors;
    }

    @Override
    public Stream<Reference> references() {
        return Stream.concat(
                references("skills[%d].skill_id", ProfileMapping.orEmpty(skills), WeightBody::skillId, false),
                references(
                        "prerequisite_content_ids[%d]",
                        ProfileMapping.orEmpty(prerequisiteContentIds), Function.identity(), true));
    }

    /** Returns the domain's row; the id must be there. */
    Content content() {
        return new Content(
                Objects.requireNonNull(contentId),
                ContentType.valueOf(contentType),
                title,
                description,
                provider,
                url,
                ProfileMapping.orEmpty(skills).stream()
                        .map(s -> new SkillWeight(s.skillId(), s.weight()))
                        .toList(),
                from(),
                to(),
                durationMinutes,
                ProfileMapping.orEmpty(prerequisiteContentIds).stream()
                        .distinct()
                        .toList(),
                DataSource.REAL);
    }

    private int from() {
        return Objects.requireNonNullElse(levelFrom, 0);
    }

    private int to() {
        return Objects.requireNonNullElse(levelTo, 100);
    }

    private static <T> Stream<Reference> references(
            String field, List<T> entries, Function<T, String> id, boolean content) {
        return Stream.iterate(0, i -> i < entries.size(), i -> i + 1)
                .map(i -> new Reference(field.formatted(i), id.apply(entries.get(i)), content));
    }
}
