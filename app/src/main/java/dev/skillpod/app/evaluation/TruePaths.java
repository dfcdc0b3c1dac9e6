package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.ContentPath;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.ContentPathRequest;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.starter.StarterWorld;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Measures paths by the simulator's truth: what finishing their contents in order would really add. The goal of each learner is the
 * role that the simulator says they work towards; the time is their own hours for twelve weeks.
 */
final class TruePaths {
    private static final int WEEKS = 12;
    private static final int ITEMS = 20;

    private final StarterWorld world;
    private final ContentPathPlanner planner;
    private final Map<String, ContentPathPlanner> others;

    /**
     * Prepares a measurement.
     *
     * @param planner as it serves
     * @param others planners to compare with, by the name of their rows
     */
    TruePaths(StarterWorld world, ContentPathPlanner planner, Map<String, ContentPathPlanner> others) {
        this.others = others;
        this.world = world;
        this.planner = planner;
    }

    /** What one learner's paths come to, by method. */
    private record Outcome(
            Map<String, Double> attainment, Map<String, Double> points, double expected, boolean inside) {}

    EvaluationTable measure(int count, TrainingRun run) {
        List<LearnerHistory> sample = sample(count, run);
        List<Outcome> outcomes = sample.parallelStream().map(this::one).toList();
        var rows = new ArrayList<List<String>>();
        double[] attained = column(outcomes, ContentPath.SEARCH, true);
        double[] points = column(outcomes, ContentPath.SEARCH, false);
        for (String method : outcomes.getFirst().attainment().keySet()) {
            double[] other = column(outcomes, method, true);
            double[] otherPoints = column(outcomes, method, false);
            rows.add(List.of(
                    method,
                    EvaluationTable.interval("%.4f", Bootstrap.mean(other, run.random("paths.true." + method))),
                    EvaluationTable.interval(
                            "%+.4f", Bootstrap.mean(minus(attained, other), run.random("paths.lead." + method))),
                    EvaluationTable.interval("%.2f", Bootstrap.mean(otherPoints, run.random("paths.points." + method))),
                    EvaluationTable.interval(
                            "%+.2f", Bootstrap.mean(minus(points, otherPoints), run.random("paths.ahead." + method)))));
        }
        double expected =
                outcomes.stream().mapToDouble(Outcome::expected).average().orElse(0);
        double inside =
                outcomes.stream().mapToDouble(o -> o.inside() ? 1 : 0).average().orElse(0);
        return new EvaluationTable(
                "Paths on the starter world, seed %d, %d learners, by the simulator's truth"
                        .formatted(run.seed(), sample.size()),
                List.of(String.format(
                        Locale.ROOT,
                        "What finishing the contents in order really adds: to the attainment of the true target role,"
                                + " and in importance-weighted points of mastery, without a cut at what is required; 20"
                                + " contents at most, the learner's hours for 12 weeks; in brackets 95 %% bootstrap"
                                + " intervals over learners. The learner model expects a gain of %.4f of the path; the"
                                + " true attainment lies inside its 90 %% interval for %.1f %%.",
                        expected,
                        100 * inside)),
                List.of(
                        "method",
                        "true gain of attainment",
                        "lead of the path",
                        "true points",
                        "lead of the path in points"),
                rows);
    }

    private Outcome one(LearnerHistory learner) {
        String user = learner.learner().userId();
        Role role = world.catalog().role(world.truth().targetRole(user)).orElseThrow();
        var request = new ContentPathRequest(
                learner,
                requirements(role),
                new PathLimits(learner.profile().weeklyLearningHours(), WEEKS, ITEMS, Set.of(), List.of(), Set.of()),
                world.end());
        ContentPath path = planner.plan(request);
        double before = attainment(role, world.truth().trueMastery(user));
        var attainment = new LinkedHashMap<String, Double>();
        var points = new LinkedHashMap<String, Double>();
        var compared = new LinkedHashMap<>(planner.compare(request));
        others.forEach((name, other) ->
                compared.put(name, other.compare(request).getOrDefault(ContentPath.SEARCH, List.of())));
        compared.forEach((method, ids) -> {
            attainment.put(method, attainment(role, world.truth().masteryAfter(user, ids)) - before);
            points.put(method, world.truth().trueGainOf(user, ids));
        });
        double now = before + attainment.getOrDefault(ContentPath.SEARCH, 0.0);
        return new Outcome(
                attainment,
                points,
                path.after().mean() - path.before().mean(),
                now >= path.after().lower() && now <= path.after().upper());
    }

    static List<Requirement> requirements(Role role) {
        return role.requirements().stream()
                .map(r -> new Requirement(
                        r.skillId(),
                        r.skillId(),
                        r.requiredLevel(),
                        r.importance(),
                        List.of(new Evidence.ByRole(role.id(), role.title(), r.requiredLevel(), r.importance()))))
                .toList();
    }

    private double attainment(Role role, double[] mastery) {
        double reached = 0;
        double whole = 0;
        for (SkillRequirement r : role.requirements()) {
            int skill = world.catalog().skillIndex(r.skillId()).orElseThrow();
            reached += r.importance() * Math.min(r.requiredLevel(), mastery[skill]);
            whole += r.importance() * r.requiredLevel();
        }
        return reached / whole;
    }

    private List<LearnerHistory> sample(int count, TrainingRun run) {
        var pool = new ArrayList<>(world.histories());
        RandomGenerator random = run.random("paths.sample");
        int size = Math.min(count, pool.size());
        for (int i = 0; i < size; i++) {
            java.util.Collections.swap(pool, i, random.nextInt(i, pool.size()));
        }
        return pool.subList(0, size);
    }

    private static double[] column(List<Outcome> outcomes, String method, boolean attainment) {
        return outcomes.stream()
                .mapToDouble(o -> (attainment ? o.attainment() : o.points()).getOrDefault(method, 0.0))
                .toArray();
    }

    private static double[] minus(double[] a, double[] b) {
        return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
    }
}
