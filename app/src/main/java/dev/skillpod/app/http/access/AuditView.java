package dev.skillpod.app.http.access;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.skillpod.app.serving.AuditTrail;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What administrators did, newest first. */
@Schema(name = "Audit", description = "What administrators did, newest first.")
public record AuditView(@JsonProperty("entries") List<Act> entries) {
    /** One act. */
    @Schema(name = "AuditEntry")
    public record Act(
            @JsonProperty("at") String at,
            @JsonProperty("by") String by,
            @JsonProperty("role") String role,
            @JsonProperty("action") String action,
            @JsonProperty("subject") String subject,
            @JsonProperty("outcome") String outcome,
            @JsonProperty("request_id") @Nullable String requestId) {}

    /** Returns the wire form. */
    static AuditView of(List<AuditTrail.Entry> entries) {
        return new AuditView(entries.stream()
                .map(e -> new Act(
                        e.at().toString(), e.by(), e.role(), e.action(), e.subject(), e.outcome(), e.requestId()))
                .toList());
    }
}
