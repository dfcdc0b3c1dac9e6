package dev.skillpod.app.http.event;

import dev.skillpod.app.http.json.BulkMapping;
import dev.skillpod.app.http.json.JsonLines;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.http.validation.TenantGate;
import dev.skillpod.app.serving.EventSink;
import dev.skillpod.app.serving.SkillMatchers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in. */
@RestController
@Tag(name = "events")
public class EventController {
    private final JsonLines lines;
    private final RequestValidator validator;
    private final TenantGate tenants;
    private final SkillMatchers skills;
    private final EventSink sink;
    private final InstantSource clock;

    EventController(
            JsonLines lines,
            RequestValidator validator,
            TenantGate tenants,
            SkillMatchers skills,
            EventSink sink,
            InstantSource clock) {
        this.lines = lines;
        this.validator = validator;
        this.tenants = tenants;
        this.skills = skills;
        this.sink = sink;
        this.clock = clock;
    }

    @BulkMapping(method = RequestMethod.POST, path = "/api/v1/events", row = EventBody.class, line = "event")
    @Operation(
            operationId = "appendEvents",
            summary = "Log what learners did",
            description =
                    "1 to 10,000 events, as a JSON array or as NDJSON. All are taken or none: errors name each wrong"
                            + " line (the first 100, total_errors has their number). Sending an event again is harmless;"
                            + " the same event_id with another content is a 409 that names it.")
    EventsAccepted append(HttpServletRequest request) throws IOException {
        var batch = new EventBatch(validator, tenants, skills.current(), clock.instant());
        lines.read(request.getInputStream(), JsonLines.isNdjson(request), EventBody.class, batch.errors(), batch::add);
        var appended = sink.append(batch.events());
        return new EventsAccepted(appended.accepted(), appended.duplicates() + batch.repeated(), batch.warnings());
    }
}
