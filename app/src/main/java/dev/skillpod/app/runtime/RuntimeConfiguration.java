package dev.skillpod.app.runtime;

import dev.skillpod.app.access.ApiKeys;
import dev.skillpod.app.serving.AuditTrail;
import dev.skillpod.app.serving.CatalogWriter;
import dev.skillpod.app.serving.JobBoard;
import dev.skillpod.app.serving.JobLog;
import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearnerCaches;
import dev.skillpod.app.serving.ModelVersions;
import dev.skillpod.app.serving.PathLog;
import dev.skillpod.app.serving.RequestTrace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Binds the ports of the HTTP face to the runtime, which the command that serves registers as a bean. */
@Configuration(proxyBeanMethods = false)
public class RuntimeConfiguration {
    @Bean
    RequestTrace requestTrace(ServiceRuntime runtime) {
        return runtime.trace();
    }

    @Bean
    DatabaseMeters databaseMeters(ServiceRuntime runtime) {
        return new DatabaseMeters(runtime);
    }

    @Bean
    LiveRecommender liveRecommender(ServiceRuntime runtime) {
        return runtime.live();
    }

    @Bean
    LiveSkillGaps liveSkillGaps(ServiceRuntime runtime) {
        return runtime.skillGaps();
    }

    @Bean
    LiveModels liveModels(ServiceRuntime runtime) {
        return new LiveModels(runtime);
    }

    @Bean
    ModelVersions modelVersions(ServiceRuntime runtime) {
        return new StoredModelVersions(runtime);
    }

    @Bean
    LiveTracing liveTracing(ServiceRuntime runtime) {
        return runtime.tracing();
    }

    @Bean
    LiveLearningPaths liveLearningPaths(ServiceRuntime runtime) {
        return runtime.learningPaths();
    }

    @Bean
    PathLog pathLog(ServiceRuntime runtime) {
        return new StoredPaths(runtime);
    }

    @Bean
    ApiKeys apiKeys(ServiceRuntime runtime) {
        return new StoredKeys(runtime);
    }

    @Bean
    AuditTrail auditTrail(ServiceRuntime runtime) {
        return new StoredAudit(runtime);
    }

    @Bean
    LearnerArchive learnerArchive(ServiceRuntime runtime, ObjectProvider<LearnerCaches> caches) {
        return new StoredArchive(runtime, caches);
    }

    @Bean
    StoredLearners storedLearners(ServiceRuntime runtime) {
        return new StoredLearners(runtime);
    }

    @Bean
    CatalogWriter catalogWriter(ServiceRuntime runtime) {
        return new StoredCatalog(runtime);
    }

    @Bean
    JobBoard jobBoard(ServiceRuntime runtime) {
        return new StoredPostings(runtime);
    }

    @Bean
    JobLog jobLog(ServiceRuntime runtime) {
        return new StoredJobs(runtime);
    }

    @Bean
    CachedAnswers cachedAnswers(ServiceRuntime runtime) {
        return new CachedAnswers(runtime.cache());
    }

    @Bean
    LiveDependencies liveDependencies(ServiceRuntime runtime) {
        return new LiveDependencies(runtime);
    }
}
