package dev.skillpod.app.http.event;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** What became of the events of a request. */
@Schema(description = "What became of the events; the two counts add up to the number sent.")
public record EventsAccepted(
        @JsonProperty("accepted") @Schema(description = "Events that are new.")
        int accepted,

        @JsonProperty("duplicates") @Schema(description = "Events that were there before.")
        int duplicates,

        @JsonProperty("warnings") @Schema(description = "Skills that the catalogue does not know.")
        List<String> warnings) {}
