package dev.skillpod.app.http.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelEvent;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a model, the newest first. */
@Schema(name = "ModelHistory")
public record HistoryView(@JsonProperty("events") List<EventView> events) {
    /** Something that happened. */
    @Schema(name = "ModelEvent")
    public record EventView(
            @JsonProperty("at") Instant at,

            @JsonProperty("action")
            @Schema(allowableValues = {"registered", "promoted", "rolled_back", "alias_set", "refused", "deleted"})
            String action,

            @JsonProperty("version") @Nullable String version,
            @JsonProperty("alias") @Nullable String alias,

            @JsonProperty("previous") @Schema(description = "The version that the alias named before.") @Nullable
            String previous,

            @JsonProperty("by") String by,
            @JsonProperty("reason") @Nullable String reason) {
        static EventView of(ModelEvent event) {
            ModelAlias alias = event.alias();
            return new EventView(
                    event.at(),
                    event.action().wireName(),
                    event.version(),
                    alias == null ? null : alias.wireName(),
                    event.previous(),
                    event.by(),
                    event.reason());
        }
    }

    static HistoryView of(List<ModelEvent> events) {
        return new HistoryView(events.stream().map(EventView::of).toList());
    }
}
