package dev.skillpod.core.trend.arima;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;

class AutoArimaConformanceTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new AutoArima();
    }
}
