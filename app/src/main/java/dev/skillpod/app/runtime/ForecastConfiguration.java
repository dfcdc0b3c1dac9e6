package dev.skillpod.app.runtime;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.trend.BatchForecaster;
import dev.skillpod.core.trend.ensemble.TrendEnsemble;
import dev.skillpod.lightgbm.LightGbmTrainer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Chooses what forecasts the demand, and keeps the forecasts up to date. */
@Configuration(proxyBeanMethods = false)
public class ForecastConfiguration {
    /** Names the forecaster in answers; a new name makes all stored forecasts anew. */
    static final String MODEL_VERSION = "trend-ensemble-1";

    @Bean
    BatchForecaster demandForecaster() {
        return TrendEnsemble.defaults(new LightGbmTrainer(), TrainingRun.of(42, 1));
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
