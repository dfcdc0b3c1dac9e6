package dev.skillpod.core.evaluation;

import dev.skillpod.core.evaluation.Bootstrap.Interval;
import java.util.Optional;

/**
 * How a group fares under predictions.
 *
 * @param name the group
 * @param people people of the group with a prediction
 * @param meanPrediction mean of their predictions; empty when there are too few to judge, as are the others
 * @param selectionRate share of them at or above the threshold, in [0, 1]
 * @param impactRatio their selection rate over that of the reference group, at least 0; empty also for the reference itself,
 *     and when nobody of it is selected
 * @param verdict what the four-fifths rule says
 */
public record GroupImpact(
        String name,
        int people,
        Optional<Interval> meanPrediction,
        Optional<Interval> selectionRate,
        Optional<Interval> impactRatio,
        ImpactVerdict verdict) {}
