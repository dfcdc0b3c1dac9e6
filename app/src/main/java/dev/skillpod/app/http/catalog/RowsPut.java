package dev.skillpod.app.http.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.CatalogWriter;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.springframework.http.ResponseEntity;

/** What putting rows did. */
@Schema(description = "What putting rows did.")
public record RowsPut(
        @JsonProperty("created") @Schema(description = "Rows that were not there before.")
        int created,

        @JsonProperty("replaced") @Schema(description = "Rows that were.")
        int replaced,

        @JsonProperty("warnings") @Schema(description = "References to ids that nobody knows yet.")
        List<String> warnings) {

    /** Returns the answer for a single row: 201 when it is new, else 200. */
    static ResponseEntity<RowsPut> single(CatalogWriter.Upserted upserted, List<String> warnings) {
        return ResponseEntity.status(upserted.created() > 0 ? 201 : 200).body(of(upserted, warnings));
    }

    /** Returns the answer for many rows. */
    static RowsPut of(CatalogWriter.Upserted upserted, List<String> warnings) {
        return new RowsPut(upserted.created(), upserted.replaced(), warnings);
    }
}
