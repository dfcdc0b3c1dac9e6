package dev.skillpod.app.http.operations;

import dev.skillpod.app.serving.RequestRecording;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;

/** Makes a span of every step of a sampled request. */
final class StageSpans implements RequestRecording.Listener {
    private final Tracer tracer;

    StageSpans(Tracer tracer) {
        this.tracer = tracer;
    }

    @Override
    public Runnable begin(String stage) {
        Span request = tracer.currentSpan();
        if (request == null || !Boolean.TRUE.equals(request.context().sampled())) {
            return NOTHING;
        }
        Span next = tracer.nextSpan(request);
        if (next == null) {
            return NOTHING;
        }
        Span span = next.name(stage).start();
        Tracer.SpanInScope scope = tracer.withSpan(span);
        return () -> {
            scope.close();
            span.end();
        };
    }
}
