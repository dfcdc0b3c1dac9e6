package dev.skillpod.app.runtime.monitoring;

import dev.skillpod.app.runtime.ServiceRuntime;
import dev.skillpod.app.serving.Retraining;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Watches the models in service. */
@Configuration(proxyBeanMethods = false)
public class MonitoringConfiguration {
    @Bean
    WatchedHealth watchedHealth(ServiceRuntime runtime, Retraining retraining, InstantSource clock) {
        return new WatchedHealth(runtime, retraining::running, clock);
    }
}
