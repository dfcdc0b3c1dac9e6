package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.ServiceRuntime;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Joins orders, their processes and the schedule. What is closed last is what the others need. */
@Configuration(proxyBeanMethods = false)
public class RetrainConfiguration {
    @Bean
    TrainingSupervisor trainingSupervisor(ServiceRuntime runtime) {
        return new TrainingSupervisor(runtime, runtime.settings());
    }

    @Bean
    StoredRetraining storedRetraining(ServiceRuntime runtime, TrainingSupervisor supervisor, InstantSource clock) {
        return new StoredRetraining(runtime, supervisor, clock);
    }

    @Bean
    ScheduledTrainings scheduledTrainings(
            ServiceRuntime runtime, StoredRetraining retraining, TrainingSupervisor supervisor, InstantSource clock) {
        return new ScheduledTrainings(runtime, retraining, supervisor, clock);
    }
}
