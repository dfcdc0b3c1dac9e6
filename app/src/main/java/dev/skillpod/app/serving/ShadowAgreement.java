package dev.skillpod.app.serving;

import org.jspecify.annotations.Nullable;

/**
 * How far a shadow agrees with what was answered, since it became the shadow of this process.
 *
 * @param version the shadow's version
 * @param compared lists compared
 * @param dropped lists that were not compared, because too many waited
 * @param failed lists on which the shadow failed
 * @param overlap mean share of the answered list that the shadow shows too, or null
 * @param rankCorrelation mean Kendall's tau of the contents that both show, in [-1, 1], or null
 * @param scoreDifference mean distance of the overall scores of contents that both show, or null
 */
public record ShadowAgreement(
        String version,
        long compared,
        long dropped,
        long failed,
        @Nullable Double overlap,
        @Nullable Double rankCorrelation,
        @Nullable Double scoreDifference) {}
