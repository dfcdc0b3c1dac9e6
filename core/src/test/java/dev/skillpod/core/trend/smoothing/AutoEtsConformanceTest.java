package dev.skillpod.core.trend.smoothing;

import dev.skillpod.core.trend.Forecaster;
import dev.skillpod.core.trend.ForecasterConformance;

class AutoEtsConformanceTest extends ForecasterConformance {
    @Override
    protected Forecaster forecaster() {
        return new AutoEts();
    }
}
