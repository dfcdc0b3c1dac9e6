package dev.skillpod.app.http.operations;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** Shows all metrics to a Prometheus, in the text format it asks for; exemplars are in OpenMetrics only. */
@RestController
@Tag(name = "service")
public class MetricsController {
    private static final int USUAL_BYTES = 1 << 17;

    private final PrometheusMeterRegistry registry;
    private final ExpositionFormats formats = ExpositionFormats.init();

    MetricsController(PrometheusMeterRegistry registry) {
        this.registry = registry;
    }

    @GetMapping("/metrics")
    @Operation(
            operationId = "metrics",
            summary = "Show the metrics",
            description =
                    "In Prometheus' text format, or as OpenMetrics with exemplars when the Accept header asks for it.")
    @ApiResponse(
            responseCode = "200",
            description = "All metrics.",
            content = @Content(mediaType = "text/plain", schema = @Schema(type = "string")))
    void metrics(
            @io.swagger.v3.oas.annotations.Parameter(hidden = true)
                    @RequestHeader(name = "Accept", required = false)
                    @Nullable
                    String accept,
            HttpServletResponse response)
            throws IOException {
        var format = formats.findWriter(accept);
        var all = new ByteArrayOutputStream(USUAL_BYTES);
        format.write(all, registry.getPrometheusRegistry().scrape());
        response.setContentType(format.getContentType());
        response.setContentLength(all.size());
        all.writeTo(response.getOutputStream());
    }
}
