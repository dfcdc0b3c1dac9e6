package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A content of the catalogue. */
@Schema(name = "Content", description = "A content of the catalogue.")
public record ContentView(
        @JsonProperty("content_id") String contentId,
        @JsonProperty("content_type") ContentType contentType,
        @JsonProperty("title") String title,
        @JsonProperty("description") @Nullable String description,
        @JsonProperty("provider") @Nullable String provider,
        @JsonProperty("url") @Nullable String url,
        @JsonProperty("skills") List<ContentBody.WeightBody> skills,
        @JsonProperty("level_from") int levelFrom,
        @JsonProperty("level_to") int levelTo,
        @JsonProperty("duration_minutes") @Nullable Integer durationMinutes,
        @JsonProperty("prerequisite_content_ids") List<String> prerequisiteContentIds,

        @JsonProperty("data_source") @Schema(description = "real or synthetic")
        String dataSource) {

    /** Returns the wire form. */
    static ContentView of(Content content) {
        return new ContentView(
                content.id(),
                content.type(),
                content.title(),
                content.description(),
                content.provider(),
                content.url(),
                content.skills().stream()
                        .map(s -> new ContentBody.WeightBody(s.skillId(), s.weight()))
                        .toList(),
                content.levelFrom(),
                content.levelTo(),
                content.durationMinutes(),
                content.prerequisiteIds(),
                SkillView.source(content.source()));
    }
}
