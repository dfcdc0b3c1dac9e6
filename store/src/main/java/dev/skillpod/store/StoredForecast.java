package dev.skillpod.store;

import dev.skillpod.core.trend.demand.SkillOutlook;
import java.time.Instant;

/**
 * What is expected of a skill in a region, as it was made.
 *
 * @param outlook what is expected
 * @param modelVersion what forecast it
 * @param generatedAt when
 * @param dataSource {@code real}, {@code synthetic} or {@code mixed}: where the skill's history comes from
 */
public record StoredForecast(SkillOutlook outlook, String modelVersion, Instant generatedAt, String dataSource) {}
