package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds out, from measurements of learners that a learner model was not fitted to, how much to believe it once contents are chosen by it:
 *
 * <ol>
 *   <li><b>What is left after the choice</b> ({@code RiseCheck}): over the contents that a path planned at that moment contains, the sum of
 *       the measured rises over the sum of the expected ones.
 *   <li><b>What errors have in common</b>: the mean product of the errors of two levels of a learner for which nothing was done meanwhile.
 *   <li><b>How wide intervals must be</b> ({@code JourneyCheck}): the 90 % quantile, over learners, of the error of a mean of measured
 *       levels in predicted deviations stretches the intervals (split conformal prediction with normalised scores; Lei et al. 2018). They
 *       are never narrowed: what was finished and measured is shorter than the paths that are planned.
 * </ol>
 */
public final class PathCalibrator {
    private static final int DRAWS = 64;
    private static final double COVERAGE = 0.9;
    private static final double NORMAL_90 = 1.645;

    /** Contents per learner for which a path is planned. */
    private static final int MOST_MOMENTS = 4;

    private static final int LEAST_RISES = 60;
    private static final int LEAST_JOURNEYS = 50;
    private static final PathCalibration EVERYTHING = new PathCalibration(1, 0, 0, 1);

    /**
     * Learners, and a planner by a learner model that was not fitted to them.
     *
     * @param planner the planner; its own calibration is not asked
     * @param learners the learners
     */
    public record HeldOut(ContentPathPlanner planner, List<LearnerHistory> learners) {}

    /**
     * A calibration and what it rests on.
     *
     * @param calibration the calibration; what was measured too seldom is as assumed
     * @param metrics counts and parts kept, by name
     */
    public record Calibrated(PathCalibration calibration, Map<String, Double> metrics) {}

    /** Calibrates on all parts together. */
    public Calibrated fit(List<HeldOut> parts, TrainingRun run) {
        try (var loop = new ParallelLoop(run.threads())) {
            run.progress().report("holding expected rises against measured ones", 0, 0);
            var all = new RiseCheck.Sums();
            var chosen = new RiseCheck.Sums();
            var pairs = new double[3];
            var every = new ArrayList<RiseCheck>();
            for (HeldOut part : parts) {
                ContentPathPlanner planner = part.planner().believing(EVERYTHING);
                var checks = new @Nullable RiseCheck[part.learners().size()];
                loop.forEach(checks.length, i -> {
                    checks[i] = new RiseCheck(planner);
                    checks[i].add(part.learners().get(i), MOST_MOMENTS, i);
                });
                for (RiseCheck check : checks) {
                    all.add(Objects.requireNonNull(check).all);
                    chosen.add(check.chosen);
                    every.add(check);
                }
            }
            double kept =
                    chosen.count < LEAST_RISES ? PathCalibration.ASSUMED_KEPT : Math.clamp(chosen.ratio(), 0.1, 1.2);
            double ofAll = all.count < LEAST_RISES ? 1 : Math.clamp(all.ratio(), 0.1, 1.2);
            every.forEach(check -> check.addPairs(ofAll, pairs));
            double learnerSd = pairs[2] < LEAST_RISES
                    ? PathCalibration.assumed().learnerSd()
                    : Math.sqrt(Math.log1p(Math.clamp(pairs[0] / pairs[1], 0, 1)));
            var products = new double[2];
            for (HeldOut part : parts) {
                part.learners().forEach(learner -> PlacementCheck.add(part.planner(), learner, products));
            }
            double common = products[1] < LEAST_RISES ? 0 : Math.sqrt(Math.max(0, products[0] / products[1]));
            var believed = new PathCalibration(ofAll, learnerSd, common, 1);
            double noise = parts.isEmpty() ? 0 : parts.getFirst().planner().measurementSd();
            double[] scores = journeys(parts, believed, loop).stream()
                    .mapToDouble(j -> j.score(noise))
                    .sorted()
                    .toArray();
            var metrics = new TreeMap<String, Double>();
            metrics.put("rises_measured", (double) all.count);
            metrics.put("rises_measured_on_paths", (double) chosen.count);
            metrics.put("kept_of_all", ofAll);
            metrics.put("kept_after_choice", kept);
            metrics.put("learner_sd", learnerSd);
            metrics.put("pairs_of_errors", products[1]);
            metrics.put("common_level_sd", common);
            metrics.put("journeys", (double) scores.length);
            double widening = widening(scores);
            metrics.put("widening", widening);
            return new Calibrated(
                    new PathCalibration(PathCalibration.ASSUMED_KEPT, learnerSd, common, widening), metrics);
        }
    }

    private static List<JourneyCheck> journeys(List<HeldOut> parts, PathCalibration calibration, ParallelLoop loop) {
        var journeys = new ArrayList<JourneyCheck>();
        for (HeldOut part : parts) {
            ContentPathPlanner planner = part.planner().believing(calibration);
            var found = new @Nullable JourneyCheck[part.learners().size()];
            loop.forEach(
                    found.length,
                    i -> found[i] = JourneyCheck.of(planner, part.learners().get(i), DRAWS, i)
                            .orElse(null));
            Arrays.stream(found).filter(Objects::nonNull).forEach(journeys::add);
        }
        return journeys;
    }

    private static double widening(double[] sorted) {
        if (sorted.length < LEAST_JOURNEYS) {
            return 1;
        }
        int rank = (int) Math.ceil(COVERAGE * (sorted.length + 1)) - 1;
        return Math.clamp(sorted[Math.min(rank, sorted.length - 1)] / NORMAL_90, 1, 10);
    }
}
