package dev.skillpod.core.evaluation;

import java.util.List;
import java.util.Optional;

/**
 * How all groups fare under predictions.
 *
 * @param threshold the prediction from which on a person counts as selected
 * @param reference the group that the others are compared with; empty when all groups are too small
 * @param groups every group, by name
 */
public record ImpactReport(double threshold, Optional<String> reference, List<GroupImpact> groups) {
    public ImpactReport {
        groups = List.copyOf(groups);
    }
}
