package dev.skillpod.app.security;

import dev.skillpod.app.access.AdminKeyNotice;
import dev.skillpod.app.access.ApiKeys;
import dev.skillpod.app.access.Callers;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.http.problem.Problem;
import dev.skillpod.app.http.problem.ProblemWriter;
import dev.skillpod.app.http.request.RequestConfiguration;
import dev.skillpod.app.serving.AuditLog;
import dev.skillpod.app.serving.AuditTrail;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.PropertySource;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.UrlBasedCorsConfigurationSource;
import org.springframework.web.filter.CorsFilter;
import org.springframework.web.servlet.HandlerMapping;

/** Puts the checks of keys, roles and rates, and the rules for browsers of other origins, in front of all routes. */
@Configuration(proxyBeanMethods = false)
@PropertySource("classpath:dev/skillpod/app/security/security.properties")
public class SecurityConfiguration {
    @Bean
    RouteRules routeRules(ObjectProvider<HandlerMapping> mappings) {
        return new RouteRules(new KnownRoutes(mappings));
    }

    @Bean(initMethod = "start", destroyMethod = "close")
    KeyRing keyRing(Settings settings, ApiKeys keys, AdminKeyNotice notice, InstantSource clock) {
        return new KeyRing(settings, keys, notice, clock);
    }

    @Bean
    Callers callers() {
        return () -> {
            if (SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known) {
                return known.getPrincipal();
            }
            throw new IllegalStateException("nobody was identified as the caller of this thread");
        };
    }

    @Bean
    AuditLog auditLog(AuditTrail trail, InstantSource clock) {
        return new RequestAudit(trail, clock);
    }

    @Bean
    SecurityFilterChain keysAndRoles(
            HttpSecurity http,
            RouteRules rules,
            KeyRing keys,
            Settings settings,
            AuditLog audit,
            ProblemWriter problems) {
        var limits = new RateLimits(settings.access().rateLimit(), System::nanoTime);
        var filter = new KeyFilter(rules, keys, settings.access().oidc().map(OidcTokens::new), limits, audit, problems);
        return http.csrf(AbstractHttpConfigurer::disable) // no cookies, so nothing that a browser sends by itself
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .securityContext(context -> context.requireExplicitSave(true))
                .anonymous(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .addFilterBefore(filter, AuthorizationFilter.class)
                .authorizeHttpRequests(routes -> routes.anyRequest().access(new RoleDecision()))
                .exceptionHandling(errors -> errors.authenticationEntryPoint(
                                (request, response, e) -> filter.refuse(request, response))
                        .accessDeniedHandler((request, response, e) -> denied(filter, problems, request, response)))
                .build();
    }

    /** Whoever showed no key is asked for one; whoever showed one is told what it does not open. */
    private static void denied(
            KeyFilter filter, ProblemWriter problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (!(SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication known)
                || known.getPrincipal().keyless()) {
            filter.refuse(request, response);
            return;
        }
        String detail = RoleDecision.need(request).unmet(known.getPrincipal());
        problems.write(request, response, Problem.of(403, "Forbidden", detail));
    }

    /** There are no passwords, and so no user that Spring Boot would make one for. */
    @Bean
    AuthenticationManager noPasswords() {
        return authentication -> {
            throw new BadCredentialsException("there are no passwords here");
        };
    }

    /**
     * Lets every path through: ids may hold slashes, semicolons and per cent signs. What a firewall would guard against is a
     * rule that reads a path otherwise than its controller does; here both use one parser, and Tomcat has refused what cannot
     * be decoded.
     */
    @Bean
    HttpFirewall pathsAsTheyAre() {
        return new PathsAsTheyAre();
    }

    /** Timings of requests are taken elsewhere; one observation per filter costs more than the filters. */
    @Bean
    SecurityObservationSettings noObservations() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    FilterRegistrationBean<CorsFilter> corsFilter(Settings settings) {
        List<String> origins = settings.corsOrigins();
        var filter = new FilterRegistrationBean<>(cors(origins));
        filter.setOrder(RequestConfiguration.CORS_ORDER);
        filter.setEnabled(!origins.isEmpty());
        return filter;
    }

    private static CorsFilter cors(List<String> origins) {
        var cors = new CorsConfiguration();
        cors.setAllowedOrigins(origins);
        cors.setAllowedMethods(List.of("GET", "POST", "PUT", "PATCH", "DELETE"));
        cors.setAllowedHeaders(List.of("*"));
        cors.setExposedHeaders(List.of(
                "Location",
                "Retry-After",
                "x-request-id",
                "RateLimit-Limit",
                "RateLimit-Remaining",
                "RateLimit-Reset"));
        cors.setMaxAge(3600L);
        var source = new UrlBasedCorsConfigurationSource();
        source.registerCorsConfiguration("/**", cors);
        var filter = new CorsFilter(source);
        filter.setCorsProcessor(new ProblemCorsProcessor());
        return filter;
    }
}
