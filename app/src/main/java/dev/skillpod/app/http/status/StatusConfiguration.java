package dev.skillpod.app.http.status;

import dev.skillpod.app.http.request.RequestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the filter that ends connections in place. */
@Configuration(proxyBeanMethods = false)
public class StatusConfiguration {
    @Bean
    FilterRegistrationBean<LastAnswerFilter> lastAnswerFilter(Draining draining) {
        var filter = new FilterRegistrationBean<>(new LastAnswerFilter(draining));
        filter.setOrder(RequestConfiguration.TRACE_ORDER - 2);
        return filter;
    }
}
