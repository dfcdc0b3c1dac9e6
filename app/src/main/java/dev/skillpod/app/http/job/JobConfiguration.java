package dev.skillpod.app.http.job;

import dev.skillpod.app.jobs.BatchJobs;
import dev.skillpod.app.jobs.JobsConfig;
import dev.skillpod.app.serving.JobLog;
import dev.skillpod.app.serving.LearnerArchive;
import dev.skillpod.app.serving.LearnerDirectory;
import dev.skillpod.app.serving.RecommendationService;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** Starts the batch jobs; a {@link JobsConfig} bean replaces the defaults. */
@Configuration(proxyBeanMethods = false)
public class JobConfiguration {
    @Bean
    BatchJobs batchJobs(
            JobLog log,
            LearnerDirectory learners,
            LearnerArchive archive,
            RecommendationService recommendations,
            JsonMapper mapper,
            InstantSource clock,
            ObjectProvider<JobsConfig> config) {
        var answer = new BatchAnswer(learners, archive, recommendations, mapper, clock);
        return new BatchJobs(log, answer, clock, config.getIfAvailable(JobsConfig::defaults));
    }
}
