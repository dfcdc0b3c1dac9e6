package dev.skillpod.app.runtime;

import dev.skillpod.core.trend.BatchForecaster;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses what forecasts the demand, and keeps the forecasts up to date. */
@Configuration(proxyBeanMethods = false)
public class ForecastConfiguration {
    /** Names the forecaster in answers; a new name makes all stored forecasts anew. */
    static final String MODEL_VERSION = "seasonal-drift-1";

    @Bean
    BatchForecaster demandForecaster() {
        return new SeasonalDriftForecaster();
    }

    @Bean
    ForecastRefresh forecastRefresh(ServiceRuntime runtime, BatchForecaster demandForecaster) {
        return new ForecastRefresh(runtime, demandForecaster, MODEL_VERSION);
    }

    @Bean
    StoredDemand storedDemand(ServiceRuntime runtime) {
        return new StoredDemand(runtime);
    }
}
