package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.path.content.MeasuredContents.Finished;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Half of a learner's finished contents, seen from before they were begun: which levels were measured on the way or at the end, and what
 * the learner model expects of them when it is led along the contents that were finished before each measurement.
 *
 * @param measured of each skill its last level measured
 * @param drawn of each of them the level of every drawn learner at that moment
 */
record JourneyCheck(double[] measured, double[][] drawn) {
    /** Skills below which a journey says little of a mean over skills. */
    private static final int LEAST_SKILLS = 3;

    private static final int MOST_CONTENTS = 100;
    private static final int WHOLE = 100;

    /** Reads a learner's journey; empty when too few levels were measured on it. */
    static Optional<JourneyCheck> of(ContentPathPlanner planner, LearnerHistory learner, int draws, long seed) {
        List<Finished> finished = MeasuredContents.of(learner).stream()
                .filter(f -> planner.catalog().contentIndex(f.contentId()).isPresent())
                .toList();
        if (finished.size() < 2) {
            return Optional.empty();
        }
        Instant start = finished.get(finished.size() / 2).startedAt();
        List<Finished> after = finished.stream()
                .filter(f -> f.finishedAt().isAfter(start))
                .sorted(Comparator.comparing(Finished::finishedAt).thenComparing(Finished::contentId))
                .limit(MOST_CONTENTS)
                .toList();
        Map<String, Assessment> last = new TreeMap<>();
        for (Assessment a : learner.assessments()) {
            if (!a.occurredAt().isBefore(start)
                    && planner.catalog().skillIndex(a.skillId()).isPresent()) {
                last.put(a.skillId(), a);
            }
        }
        return last.size() < LEAST_SKILLS
                ? Optional.empty()
                : Optional.of(walk(planner, learner, start, after, last, draws, seed));
    }

    private static JourneyCheck walk(
            ContentPathPlanner planner,
            LearnerHistory learner,
            Instant start,
            List<Finished> contents,
            Map<String, Assessment> last,
            int draws,
            long seed) {
        List<Requirement> goal = last.keySet().stream()
                .map(s -> new Requirement(s, s, WHOLE, 1, List.of(new Evidence.Asked(WHOLE))))
                .toList();
        int[] only = contents.stream()
                .mapToInt(f -> planner.catalog().contentIndex(f.contentId()).orElseThrow())
                .sorted()
                .toArray();
        var limits = new PathLimits(168, 1000, MOST_CONTENTS, Set.of(), List.of(), Set.of());
        PathProblem problem = planner.problem(new ContentPathRequest(learner, goal, limits, start), only);
        var state = new PathState(problem, planner.draws(problem, seed, draws));
        List<Assessment> order = last.values().stream()
                .sorted(Comparator.comparing(Assessment::occurredAt).thenComparing(Assessment::skillId))
                .toList();
        var measured = new double[order.size()];
        var drawn = new double[order.size()][];
        int next = 0;
        for (int k = 0; k < measured.length; k++) {
            Assessment a = order.get(k);
            while (next < contents.size() && !contents.get(next).finishedAt().isAfter(a.occurredAt())) {
                int content = planner.catalog()
                        .contentIndex(contents.get(next++).contentId())
                        .orElseThrow();
                state.advance(problem.candidateOf[content]);
            }
            int skill = planner.catalog().skillIndex(a.skillId()).orElseThrow();
            measured[k] = a.score();
            drawn[k] = state.levels(skill);
        }
        return new JourneyCheck(measured, drawn);
    }

    /** Returns the mean error over skills in predicted deviations, the noise of measurements included. */
    double score(double measurementSd) {
        int n = drawn[0].length;
        var means = new double[n];
        double seen = 0;
        for (int k = 0; k < measured.length; k++) {
            seen += measured[k] / measured.length;
            for (int p = 0; p < n; p++) {
                means[p] += drawn[k][p] / measured.length;
            }
        }
        double mean = Arrays.stream(means).average().orElse(0);
        double variance =
                Arrays.stream(means).map(m -> (m - mean) * (m - mean)).average().orElse(0);
        return Math.abs(seen - mean) / Math.sqrt(variance + measurementSd * measurementSd / measured.length);
    }
}
