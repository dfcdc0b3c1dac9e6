package dev.skillpod.app.http.operations;

import dev.skillpod.app.http.request.RequestConfiguration;
import dev.skillpod.app.serving.RequestRecording;
import dev.skillpod.app.serving.RequestTrace;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Records requests and binds those who keep the recordings. */
@Configuration(proxyBeanMethods = false)
public class OperationsConfiguration {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final String SCRAPES = "/metrics";
    private static final String INSPECTOR = "/api/v1/service/";

    @Bean
    FilterRegistrationBean<RequestTraceFilter> requestTraceFilter(
            RequestTrace trace,
            RequestRecording.Listener listener,
            ObjectProvider<RequestMappingInfoHandlerMapping> mappings,
            List<RequestKeeper> keepers) {
        var filter = new FilterRegistrationBean<>(
                new RequestTraceFilter(trace, listener, new RouteTemplates(mappings), keepers));
        filter.setOrder(RequestConfiguration.TRACE_ORDER);
        return filter;
    }

    @Bean
    RouteTimes routeTimes() {
        return new RouteTimes(System::nanoTime);
    }

    @Bean
    RequestLog requestLog() {
        return new RequestLog();
    }

    @Bean
    RequestKeeper routeTimesKeeper(RouteTimes times) {
        return done -> times.record(done.method(), done.route(), done.status(), done.nanos(), done.recording());
    }

    /** Probes, scrapes and looks at the log itself would push out what it is for. */
    @Bean
    RequestKeeper requestLogKeeper(RequestLog log, InstantSource clock) {
        return done -> {
            if (isShown(done.route())) {
                log.add(entry(done, clock));
            }
        };
    }

    private static boolean isShown(String route) {
        return !Probes.ROUTES.contains(route) && !route.equals(SCRAPES) && !route.startsWith(INSPECTOR);
    }

    private static RequestLog.Entry entry(AnsweredRequest done, InstantSource clock) {
        RequestRecording recording = done.recording();
        return new RequestLog.Entry(
                done.requestId(),
                clock.instant().minusNanos(done.nanos()),
                done.method(),
                done.route(),
                done.status(),
                done.nanos() / NANOS_PER_MILLI,
                recording.stages().stream()
                        .map(stage -> new RequestLog.Stage(stage.name(), stage.nanos() / NANOS_PER_MILLI))
                        .toList(),
                recording.modelVersion().orElse(null),
                recording.path().orElse(null),
                recording.tenantId().orElse(null),
                done.callingService(),
                recording.cached().orElse(null));
    }
}
