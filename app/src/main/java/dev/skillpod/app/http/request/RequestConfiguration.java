package dev.skillpod.app.http.request;

import dev.skillpod.app.http.problem.ProblemErrorValve;
import dev.skillpod.app.http.problem.ProblemWriter;
import java.time.Duration;
import org.apache.catalina.core.StandardHost;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;

/** Puts the filters in their order and teaches Tomcat to answer with problems. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/skillpod/app/http/http.properties")
public class RequestConfiguration {
    /** The place of the filter that records the request: after the id, before anything that may refuse it. */
    public static final int TRACE_ORDER = Ordered.HIGHEST_PRECEDENCE + 15;

    /** The place of the filter that lets browsers of other origins in. */
    public static final int CORS_ORDER = Ordered.HIGHEST_PRECEDENCE + 20;

    @Bean
    FilterRegistrationBean<RequestIdFilter> requestIdFilter() {
        return ordered(new FilterRegistrationBean<>(new RequestIdFilter()), Ordered.HIGHEST_PRECEDENCE + 10);
    }

    @Bean
    FilterRegistrationBean<BodyLimitFilter> bodyLimitFilter(ProblemWriter problems, Environment environment) {
        Duration grace = environment.getProperty("skillpod.http.body-grace", Duration.class, Duration.ofSeconds(30));
        return ordered(
                new FilterRegistrationBean<>(new BodyLimitFilter(problems, grace)), Ordered.HIGHEST_PRECEDENCE + 40);
    }

    @Bean
    Admission admission() {
        return Admission.forThisMachine();
    }

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> problemsFromTomcat() {
        return factory -> factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(ProblemErrorValve.class.getName());
            }
        });
    }

    /** Ids may hold slashes: Spring splits the path before it decodes the parts, so Tomcat leaves them encoded. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slashesInIds() {
        return factory -> factory.addConnectorCustomizers(connector -> {
            connector.setEncodedSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
            connector.setEncodedReverseSolidusHandling(EncodedSolidusHandling.PASS_THROUGH.getValue());
        });
    }

    private static <T extends jakarta.servlet.Filter> FilterRegistrationBean<T> ordered(
            FilterRegistrationBean<T> filter, int order) {
        filter.setOrder(order);
        return filter;
    }
}
