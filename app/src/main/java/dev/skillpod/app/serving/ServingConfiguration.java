package dev.skillpod.app.serving;

import dev.skillpod.core.recommend.Recommender;
import java.time.InstantSource;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Fallback;

/** Joins the ports: they and the {@link Recommender} must be beans. */
@Configuration(proxyBeanMethods = false)
public class ServingConfiguration {
    @Bean
    SkillMatchers skillMatchers(CatalogSource source) {
        return new SkillMatchers(source);
    }

    @Bean
    RecommendationService recommendationService(Recommender recommender, RecommendationLog log, RequestTrace trace) {
        return new RecommendationService(recommender, log, trace);
    }

    @Bean
    @Fallback
    InstantSource clock() {
        return InstantSource.system();
    }

    @Bean
    @Fallback
    Degradation nothingDegraded() {
        return List::of;
    }

    @Bean
    @Fallback
    AnswerCache noAnswersKept() {
        return AnswerCache.NONE;
    }
}
