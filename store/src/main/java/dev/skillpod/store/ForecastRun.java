package dev.skillpod.store;

import java.time.Instant;

/**
 * What forecasts were made of.
 *
 * @param demandVersion the version of the demand, see {@link DemandStore#version}
 * @param modelVersion what forecast it
 * @param generatedAt when
 */
public record ForecastRun(long demandVersion, String modelVersion, Instant generatedAt) {}
