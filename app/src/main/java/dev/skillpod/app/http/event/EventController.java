package dev.skillpod.app.http.event;

import dev.skillpod.app.http.json.JsonLines;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.EventSink;
import dev.skillpod.app.serving.SkillMatchers;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.InstantSource;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes events in. */
@RestController
@Tag(name = "events")
public class EventController {
    private final JsonLines lines;
    private final RequestValidator validator;
    private final SkillMatchers skills;
    private final EventSink sink;
    private final InstantSource clock;

    EventController(
            JsonLines lines, RequestValidator validator, SkillMatchers skills, EventSink sink, InstantSource clock) {
        this.lines = lines;
        this.validator = validator;
        this.skills = skills;
        this.sink = sink;
        this.clock = clock;
    }

    @PostMapping(
            path = "/api/v1/events",
            consumes = {MediaType.APPLICATION_JSON_VALUE, MediaType.APPLICATION_NDJSON_VALUE},
            produces = MediaType.APPLICATION_JSON_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON_VALUE,
                        array =
                                @ArraySchema(
                                        minItems = 1,
                                        maxItems = JsonLines.MOST,
                                        schema = @Schema(implementation = EventBody.class))),
                @Content(
                        mediaType = MediaType.APPLICATION_NDJSON_VALUE,
                        schema = @Schema(type = "string", description = "One event a line."))
            })
    @Operation(
            operationId = "appendEvents",
            summary = "Log what learners did",
            description =
                    "1 to 10,000 events, as a JSON array or as NDJSON. All are taken or none: errors name each wrong"
                            + " line (the first 100, total_errors has their number). Sending an event again is harmless; the same"
                            + " event_id with another content is a 409 that names it.")
    EventsAccepted append(HttpServletRequest request) throws IOException {
        var batch = new EventBatch(validator, skills.current(), clock.instant());
        lines.read(request.getInputStream(), JsonLines.isNdjson(request), EventBody.class, batch.errors(), batch::add);
        var appended = sink.append(batch.events());
        return new EventsAccepted(appended.accepted(), appended.duplicates() + batch.repeated(), batch.warnings());
    }
}
