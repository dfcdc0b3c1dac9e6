package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.path.content.MeasuredContents.Finished;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;

/**
 * Finds what the errors of a learner's believed levels have in common: of the levels measured within a month of the first measurement and
 * before any content was finished, held against what was believed before.
 */
final class PlacementCheck {
    private static final Duration SOON = Duration.ofDays(30);

    private PlacementCheck() {}

    /** Adds the products of two errors of one learner, and their number. */
    static void add(ContentPathPlanner planner, LearnerHistory learner, double[] sums) {
        if (learner.assessments().size() < 2) {
            return;
        }
        Instant first = learner.assessments().getFirst().occurredAt();
        Instant end = MeasuredContents.of(learner).stream()
                .map(Finished::finishedAt)
                .min(Instant::compareTo)
                .filter(first.plus(SOON)::isAfter)
                .orElse(first.plus(SOON));
        var limits = new PathLimits(1, 1, 1, Set.of(), List.of(), Set.of());
        var levels = planner.problem(new ContentPathRequest(learner, List.of(), limits, first), new int[0])
                .state
                .levels();
        var errors = new TreeMap<String, Double>();
        for (Assessment a : learner.assessments()) {
            var skill = planner.catalog().skillIndex(a.skillId());
            if (a.occurredAt().isBefore(end) && skill.isPresent()) {
                errors.putIfAbsent(a.skillId(), a.score() - levels.level()[skill.getAsInt()]);
            }
        }
        double sum = 0;
        double squares = 0;
        for (double error : errors.values()) {
            sum += error;
            squares += error * error;
        }
        sums[0] += sum * sum - squares;
        sums[1] += errors.size() * (errors.size() - 1.0);
    }
}
