package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.app.MetricNames;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the running service tells operators. */
class MetricsIT {
    private static final Set<String> OURS = Set.of("skillpod_", "http_server_", "hikaricp_");

    private final Service service = StarterService.get();

    @Test
    void theTableNamesWhatIsShownAndTheDashboardAsksForNothingElse() {
        service.generate(Ask.of(StarterService.TENANT, StarterService.ACTIVE));
        Set<String> shown = MetricNames.shown(service.get("/metrics").body());
        Set<String> documented = MetricNames.documented();
        // What may be absent: ports that tell of caches and dependencies, and what cannot be said of a young service.
        // ObservedTest
        // has all of it.
        Predicate<String> always = name -> !name.startsWith("skillpod_cache_")
                && !name.matches("skillpod_(dependency_up|degraded|drift_psi|calibration_error)");

        assertThat(documented).containsAll(ours(shown));
        assertThat(shown).containsAll(only(documented, always));
        assertThat(union(shown, documented)).containsAll(MetricNames.asked());
    }

    @Test
    void aRequestShowsItsStepsAndModel() {
        // nobody else asks for just this, so that no cache answers
        service.generate(Ask.of(StarterService.TENANT, StarterService.ACTIVE).field("min_confidence", 0.0173));

        JsonNode request = service.get("/api/v1/service/requests?limit=1&route=/api/v1/recommendations/generate")
                .ok()
                .path("requests")
                .path(0);

        assertThat(request.path("stages").findValuesAsString("name"))
                .contains("store", "learner_context", "candidates", "features", "ranking", "selection", "explanation");
        assertThat(request.path("cached").asBoolean(true)).isFalse();
        assertThat(request.path("path").asString()).isEqualTo("hybrid");
        assertThat(request.path("model_version").asString()).isNotEqualTo("untrained");
        assertThat(request.path("tenant_id").asString()).isEqualTo(StarterService.TENANT);
        assertThat(request.toString()).doesNotContain(StarterService.ACTIVE);
    }

    @Test
    void ageOfTheDataIsThatOfTheStatus() {
        Service.await(
                Duration.ofSeconds(30),
                () -> !service.get("/api/v1/models/status")
                        .ok()
                        .path("freshness")
                        .isEmpty());
        String metrics = service.get("/metrics").body();

        for (JsonNode source : service.get("/api/v1/models/status").ok().path("freshness")) {
            String series = "skillpod_feature_age_seconds{source=\""
                    + source.path("source").asString() + "\"} ";
            if (source.path("newest").isNull()) {
                assertThat(metrics).doesNotContain(series);
            } else {
                double age = metrics.lines()
                        .filter(line -> line.startsWith(series))
                        .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                        .sum();
                Instant newest = Instant.parse(source.path("newest").asString());
                assertThat(Instant.now().minusMillis(Math.round(age * 1000)))
                        .isCloseTo(newest, within(1, ChronoUnit.MINUTES));
            }
        }
    }

    /** Nothing is known of this learner: the list shows what is popular. */
    @Test
    void aPopularListIsAFallback() {
        String series = "skillpod_fallback_total{capability=\"recommendations\",reason=\"popular_fallback\"} ";
        double before = value(series);

        Answer answer = Answer.of(service.generate(Ask.of("acme", "nobody-knows-this-learner")));

        assertThat(answer.method()).isEqualTo("popular_fallback");
        assertThat(value(series)).isEqualTo(before + 1);
    }

    private double value(String series) {
        return service.get("/metrics")
                .body()
                .lines()
                .filter(line -> line.startsWith(series))
                .mapToDouble(line -> Double.parseDouble(line.substring(series.length())))
                .sum();
    }

    private static Set<String> ours(Set<String> names) {
        return only(names, name -> OURS.stream().anyMatch(name::startsWith));
    }

    private static Set<String> only(Set<String> names, Predicate<String> wanted) {
        return names.stream().filter(wanted).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        var all = new TreeSet<>(a);
        all.addAll(b);
        return all;
    }
}
