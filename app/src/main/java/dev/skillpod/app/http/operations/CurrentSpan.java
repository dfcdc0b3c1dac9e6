package dev.skillpod.app.http.operations;

import io.micrometer.tracing.Span;
import io.micrometer.tracing.Tracer;
import io.prometheus.metrics.tracer.common.SpanContext;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/** Tells the metrics which trace a measured value belongs to. */
final class CurrentSpan implements SpanContext {
    private final ObjectProvider<Tracer> tracers;
    private volatile @Nullable Tracer tracer;

    /** Asks for the tracer late: the metrics are made before it. */
    CurrentSpan(ObjectProvider<Tracer> tracers) {
        this.tracers = tracers;
    }

    @Override
    public @Nullable String getCurrentTraceId() {
        Span span = span();
        return span == null ? null : span.context().traceId();
    }

    @Override
    public @Nullable String getCurrentSpanId() {
        Span span = span();
        return span == null ? null : span.context().spanId();
    }

    @Override
    public boolean isCurrentSpanSampled() {
        Span span = span();
        return span != null && Boolean.TRUE.equals(span.context().sampled());
    }

    @Override
    public void markCurrentSpanAsExemplar() {
        // the trace is kept or not by its sampling; nothing to add
    }

    private @Nullable Span span() {
        Tracer known = tracer;
        if (known == null) {
            known = tracers.getIfAvailable();
            tracer = known;
        }
        return known == null ? null : known.currentSpan();
    }
}
