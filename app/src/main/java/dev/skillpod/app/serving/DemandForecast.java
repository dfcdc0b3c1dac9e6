package dev.skillpod.app.serving;

import dev.skillpod.core.trend.demand.SkillOutlook;
import java.time.Instant;

/**
 * What is expected of the demand for a skill, as it was made.
 *
 * @param outlook what is expected
 * @param modelVersion what forecast it
 * @param generatedAt when
 * @param dataSource {@code real}, {@code synthetic} or {@code mixed}: where the skill's history comes from
 */
public record DemandForecast(SkillOutlook outlook, String modelVersion, Instant generatedAt, String dataSource) {}
