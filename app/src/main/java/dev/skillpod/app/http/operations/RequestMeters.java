package dev.skillpod.app.http.operations;

import dev.skillpod.app.serving.Fallback;
import dev.skillpod.app.serving.RequestRecording;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Meters the steps of requests and the paths of answers, by capability. Thread-safe. */
final class RequestMeters implements RequestKeeper {
    private static final String API = "/api/v1/";
    private static final String LISTS = "recommendations";

    private final MeterRegistry registry;
    private final Map<Step, Timer> steps = new ConcurrentHashMap<>();
    private final Map<Step, Counter> paths = new ConcurrentHashMap<>();
    private final Map<Step, Counter> fallbacks = new ConcurrentHashMap<>();

    private record Step(String capability, String name) {}

    /** Shows fallbacks of lists from the start, so that the first one is a rise. */
    RequestMeters(MeterRegistry registry) {
        this.registry = registry;
        for (Fallback reason : Fallback.values()) {
            fallback(LISTS, reason);
        }
    }

    @Override
    public void keep(AnsweredRequest request) {
        String capability = capability(request.route());
        for (RequestRecording.Stage stage : request.recording().stages()) {
            steps.computeIfAbsent(new Step(capability, stage.name()), this::timer)
                    .record(stage.nanos(), TimeUnit.NANOSECONDS);
        }
        request.recording()
                .path()
                .ifPresent(path -> paths.computeIfAbsent(new Step(capability, path), this::counter)
                        .increment());
        request.recording()
                .fallback()
                .ifPresent(reason -> fallback(capability, reason).increment());
    }

    private Counter fallback(String capability, Fallback reason) {
        return fallbacks.computeIfAbsent(
                new Step(capability, reason.wireName()),
                step -> Counter.builder("skillpod.fallback")
                        .description("Answers that were not made as they should be")
                        .tag("capability", step.capability)
                        .tag("reason", step.name)
                        .register(registry));
    }

    /** Returns the part of the route that names what it is about: {@code skill_gaps} of {@code /api/v1/skill-gaps/analyze}. */
    private static String capability(String route) {
        if (!route.startsWith(API)) {
            return "other";
        }
        int end = route.indexOf('/', API.length());
        return route.substring(API.length(), end < 0 ? route.length() : end).replace('-', '_');
    }

    private Timer timer(Step step) {
        return Timer.builder("skillpod.stage")
                .description("Time of a step of a request, without the steps within it")
                .tag("capability", step.capability)
                .tag("stage", step.name)
                .register(registry);
    }

    private Counter counter(Step step) {
        return Counter.builder("skillpod.path")
                .description("Answers by the path they were made along")
                .tag("capability", step.capability)
                .tag("path", step.name)
                .register(registry);
    }
}
