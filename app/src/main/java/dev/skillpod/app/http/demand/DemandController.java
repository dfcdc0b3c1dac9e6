package dev.skillpod.app.http.demand;

import dev.skillpod.app.http.json.BulkMapping;
import dev.skillpod.app.http.json.JsonLines;
import dev.skillpod.app.http.json.LineErrors;
import dev.skillpod.app.http.problem.ErrorCode;
import dev.skillpod.app.http.problem.FieldError;
import dev.skillpod.app.http.validation.RequestValidator;
import dev.skillpod.app.serving.CatalogSource;
import dev.skillpod.app.serving.DemandWriter;
import dev.skillpod.app.serving.Excerpt;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.catalog.Catalog;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RestController;

/** Takes in how much skills were asked for. */
@RestController
@Tag(name = "trends")
public class DemandController {
    private static final int MOST_WARNINGS = 20;

    private final JsonLines lines;
    private final RequestValidator validator;
    private final CatalogSource source;
    private final DemandWriter writer;

    private record Month(
            String skillId, String period, @Nullable String region) {}

    DemandController(JsonLines lines, RequestValidator validator, CatalogSource source, DemandWriter writer) {
        this.lines = lines;
        this.validator = validator;
        this.source = source;
        this.writer = writer;
    }

    @BulkMapping(method = RequestMethod.PUT, path = "/api/v1/demand", row = DemandBody.class, line = "month of a skill")
    @Operation(
            operationId = "putDemand",
            summary = "Create or replace demand",
            description =
                    "1 to 10,000 rows, as a JSON array or as NDJSON: the postings that asked for a skill in a month, in a"
                            + " region or (without one) in the whole market. A row of the same skill, month and region is"
                            + " replaced. All are put or none: errors name each wrong line (the first 100, total_errors has"
                            + " their number). Forecasts follow within seconds.")
    DemandPut put(HttpServletRequest request) throws IOException {
        var errors = new LineErrors();
        var seen = new HashSet<Month>();
        var points = new ArrayList<DemandPoint>();
        lines.read(request.getInputStream(), JsonLines.isNdjson(request), DemandBody.class, errors, (body, line) -> {
            List<FieldError> found = new ArrayList<>(validator.errors(body));
            if (found.isEmpty() && !seen.add(new Month(body.skillId(), body.period(), body.region()))) {
                found.add(new FieldError(
                        "period",
                        "must occur once for a skill and region, occurred again: \"" + body.period() + '"',
                        ErrorCode.CONFLICT));
            }
            found.forEach(error -> errors.add(line, error));
            if (found.isEmpty()) {
                points.add(body.point());
            }
        });
        errors.throwIfAny();
        List<String> warnings = warnings(points);
        var written = writer.putDemand(points);
        return new DemandPut(written.created(), written.replaced(), warnings);
    }

    private List<String> warnings(List<DemandPoint> points) {
        Catalog catalog = source.catalog();
        return points.stream()
                .map(DemandPoint::skillId)
                .distinct()
                .filter(id -> catalog.skillIndex(id).isEmpty())
                .map(id -> "skill_id names '%s', which is not in the catalogue yet".formatted(Excerpt.of(id)))
                .limit(MOST_WARNINGS)
                .toList();
    }
}
