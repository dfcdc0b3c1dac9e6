package dev.skillpod.app.security;

import dev.skillpod.app.http.problem.ProblemWriter;
import dev.skillpod.app.http.request.RequestConfiguration;
import java.util.Arrays;
import java.util.List;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;

/** Puts the token and CORS filters in place when {@code ML_SERVICE_TOKEN} and {@code CORS_ORIGINS} say so. */
@Configuration(proxyBeanMethods = false)
public class SecurityConfiguration {
    @Bean
    FilterRegistrationBean<ServiceTokenFilter> serviceTokenFilter(Environment environment, ProblemWriter problems) {
        String token = environment.getProperty("ML_SERVICE_TOKEN", "");
        var filter = new FilterRegistrationBean<>(new ServiceTokenFilter(token, problems));
        filter.setOrder(RequestConfiguration.TOKEN_ORDER);
        filter.setEnabled(!token.isBlank());
        return filter;
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(Environment environment) {
        List<String> origins = Arrays.stream(
                        environment.getProperty("CORS_ORIGINS", "").split(","))
                .map(String::strip)
                .filter(origin -> !origin.isEmpty())
                .toList();
        var filter = new FilterRegistrationBean<>(cors(origins));
        filter.setOrder(RequestConfiguration.CORS_ORDER);
        filter.setEnabled(!origins.isEmpty());
        return filter;
    }

    private static CorsFilter cors(List<String> origins) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of("Location", "Retry-After", "x-request-id"));
        cors.setMaxAge(3600L);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new ProblemCorsProcessor());
        return filter;
    }
}
