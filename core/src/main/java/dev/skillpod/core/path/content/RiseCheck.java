package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.path.content.MeasuredContents.Finished;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Holds measured rises of a learner against what was expected of them, all of them and those by contents that a path planned at that
 * moment contains. Not thread-safe.
 */
final class RiseCheck {
    private static final int WEEKS = 12;
    private static final int ITEMS = 20;
    private static final int DRAWS = 16;
    private static final int ROUNDS = 3;

    /** Sums over rises, each counted by its precision. */
    static final class Sums {
        double measured;
        double expected;
        int count;

        void add(double rise, double expectation, double variance) {
            measured += rise / variance;
            expected += expectation / variance;
            count++;
        }

        void add(Sums other) {
            measured += other.measured;
            expected += other.expected;
            count += other.count;
        }

        /** Returns the part that is kept. */
        double ratio() {
            return measured / expected;
        }
    }

    /** A rise beside what was expected of it. */
    private record Rise(String contentId, int skill, double measured, double expected) {}

    final Sums all = new Sums();
    final Sums chosen = new Sums();
    private final List<Rise> rises = new ArrayList<>();
    private final ContentPathPlanner planner;

    /**
     * Prepares a check.
     *
     * @param planner by a learner model that knows nothing of the learner's measurements, which keeps everything after a choice
     */
    RiseCheck(ContentPathPlanner planner) {
        this.planner = planner;
    }

    /** Checks at most {@code most} contents that the learner finished and that were measured. */
    void add(LearnerHistory learner, int most, long seed) {
        OptionalInt role = planner.roles().match(learner);
        if (role.isEmpty()) {
            return;
        }
        var goal = TrainingTasks.requirements(planner.catalog().roles().get(role.getAsInt()));
        List<Finished> measured = MeasuredContents.of(learner).stream()
                .filter(f -> !f.scores().isEmpty())
                .toList();
        int stride = Math.max(1, (measured.size() + most - 1) / most);
        var limits = new PathLimits(
                Math.max(1, learner.profile().weeklyLearningHours()), WEEKS, ITEMS, Set.of(), List.of(), Set.of());
        for (int k = 0; k < measured.size(); k += stride) {
            Finished content = measured.get(k);
            check(
                    planner.problem(new ContentPathRequest(learner, goal, limits, content.startedAt())),
                    content,
                    seed + k);
        }
    }

    /**
     * Adds, over pairs of rises of different skills by different contents, the products of what was beyond the expectation and the products
     * of the expectations: their ratio is the variance of how differently learners learn.
     *
     * @param kept part of the expectation that is kept on average
     */
    void addPairs(double kept, double[] sums) {
        for (int i = 0; i < rises.size(); i++) {
            for (int j = 0; j < i; j++) {
                Rise a = rises.get(i);
                Rise b = rises.get(j);
                if (a.skill() != b.skill() && !a.contentId().equals(b.contentId())) {
                    double expected = kept * kept * a.expected() * b.expected();
                    sums[0] += (a.measured() - kept * a.expected()) * (b.measured() - kept * b.expected());
                    sums[1] += expected;
                    sums[2]++;
                }
            }
        }
    }

    private void check(PathProblem problem, Finished content, long seed) {
        OptionalInt index = planner.catalog().contentIndex(content.contentId());
        int candidate = index.isEmpty() ? -1 : problem.candidateOf[index.getAsInt()];
        if (candidate < 0) {
            return;
        }
        var search = new PathSearch(problem, planner.draws(problem, seed, DRAWS), null, seed);
        boolean onPath = search.search(search.baselines(), ROUNDS).done(candidate);
        PathState before = search.start();
        double noise = planner.measurementSd() * planner.measurementSd();
        for (int s : problem.row(candidate).skills()) {
            Double score =
                    content.scores().get(planner.catalog().skills().get(s).id());
            double expected = before.rise(candidate, s);
            if (score != null && expected > 0) {
                double variance = problem.state.levels().variance()[s] + noise;
                all.add(score - before.level(s), expected, variance);
                rises.add(new Rise(content.contentId(), s, score - before.level(s), expected));
                if (onPath) {
                    chosen.add(score - before.level(s), expected, variance);
                }
            }
        }
    }
}
