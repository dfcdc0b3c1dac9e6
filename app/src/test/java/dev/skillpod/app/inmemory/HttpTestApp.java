package dev.skillpod.app.inmemory;

import dev.skillpod.app.config.Setting;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.serving.MasterySource;
import dev.skillpod.app.serving.RecommendationLog;
import dev.skillpod.app.serving.RequestTrace;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** The HTTP layer over ports in memory: for the tests, and as a target for the fuzzer. */
@SpringBootApplication(
        scanBasePackages = {
            "dev.skillpod.app.http.access",
            "dev.skillpod.app.http.catalog",
            "dev.skillpod.app.http.console",
            "dev.skillpod.app.http.demand",
            "dev.skillpod.app.http.event",
            "dev.skillpod.app.http.gap",
            "dev.skillpod.app.http.job",
            "dev.skillpod.app.http.json",
            "dev.skillpod.app.http.learner",
            "dev.skillpod.app.http.model",
            "dev.skillpod.app.http.openapi",
            "dev.skillpod.app.http.operations",
            "dev.skillpod.app.http.path",
            "dev.skillpod.app.http.posting",
            "dev.skillpod.app.http.problem",
            "dev.skillpod.app.http.recommendation",
            "dev.skillpod.app.http.request",
            "dev.skillpod.app.http.status",
            "dev.skillpod.app.http.training",
            "dev.skillpod.app.http.trend",
            "dev.skillpod.app.http.validation",
            "dev.skillpod.app.security",
            "dev.skillpod.app.serving"
        })
public class HttpTestApp {
    /** Serves on PORT, or 8080. */
    public static void main(String[] args) {
        var application = new SpringApplication(HttpTestApp.class);
        application.setDefaultProperties(
                Map.of("server.port", System.getenv().getOrDefault("PORT", "8080"), "skillpod.version", "test"));
        application.run(args);
    }

    /** The settings as the environment of the test has them. */
    @Bean
    Settings settings(Environment environment) {
        var set = new HashMap<String, String>();
        for (Setting setting : Setting.values()) {
            String value = environment.getProperty(setting.name());
            if (value != null) {
                set.put(setting.name(), value);
            }
        }
        return Settings.read(set);
    }

    @Bean
    InMemoryAccess access() {
        return new InMemoryAccess();
    }

    @Bean
    InMemoryCatalog catalog() {
        return new InMemoryCatalog();
    }

    @Bean
    InMemoryLearners learners() {
        return new InMemoryLearners();
    }

    @Bean
    InMemoryJobs jobs() {
        return new InMemoryJobs();
    }

    @Bean
    CatalogOrderRecommender recommender(InMemoryCatalog catalog) {
        return new CatalogOrderRecommender(catalog);
    }

    @Bean
    InMemorySkillGaps skillGaps(InMemoryCatalog catalog) {
        return new InMemorySkillGaps(catalog);
    }

    @Bean
    InMemoryLearningPaths learningPaths(InMemoryCatalog catalog, InMemoryLearners learners) {
        return new InMemoryLearningPaths(catalog, learners);
    }

    @Bean
    MasterySource masterySource() {
        return Optional::empty;
    }

    @Bean
    RequestTrace requestTrace() {
        return new RequestTrace();
    }

    @Bean
    RecommendationLog recommendationLog() {
        return (learner, list, at) -> {};
    }

    @Bean
    InMemoryDemand demand() {
        return new InMemoryDemand();
    }

    @Bean
    InMemoryJobBoard jobBoard() {
        return new InMemoryJobBoard();
    }

    @Bean
    InMemoryRetraining retraining() {
        return new InMemoryRetraining();
    }

    @Bean
    FixedHealth modelHealth(InMemoryRetraining retraining) {
        return new FixedHealth(retraining);
    }

    @Bean
    FixedModels modelStatus() {
        return new FixedModels();
    }

    @Bean
    InMemoryModelVersions modelVersions() {
        return new InMemoryModelVersions();
    }
}
