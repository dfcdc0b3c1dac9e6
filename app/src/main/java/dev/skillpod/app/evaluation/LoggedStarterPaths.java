package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import dev.skillpod.core.evaluation.Bootstrap.Interval;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.ContentPathRequest;
import dev.skillpod.core.path.content.PathDecisions;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.core.path.content.PathPolicy;
import dev.skillpod.core.path.offpolicy.LoggedPath;
import dev.skillpod.core.path.offpolicy.LoggedPathStep;
import dev.skillpod.core.path.offpolicy.PathOffPolicy;
import dev.skillpod.core.path.offpolicy.PathOffPolicyResult;
import dev.skillpod.core.path.offpolicy.PathPolicyGate;
import dev.skillpod.starter.StarterWorld;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Estimates a path policy from paths that another one made, where the truth is known. Logs are drawn again and again: every learner of the
 * starter world gets {@value #STEPS} contents from a randomised greedy policy, finishes them, and is measured before and after each (with
 * an error of {@value #NOISE} levels, as in the world's own log). The candidate is the trained policy, as a softmax. Its truth is the
 * mean over paths that it really makes, measured likewise.
 */
final class LoggedStarterPaths {
    private static final int STEPS = 3;
    private static final double NOISE = 5;
    private static final int LOGS = 20;
    private static final int WEEKS = 12;
    private static final double SHARPNESS = 8;
    private static final double UNIFORM = 0.15;
    private static final double TEMPERATURE = 1;

    private final StarterWorld world;
    private final ContentPathPlanner planner;
    private final PathPolicy policy;

    LoggedStarterPaths(StarterWorld world, ContentPathPlanner planner, PathPolicy policy) {
        this.world = world;
        this.planner = planner;
        this.policy = policy;
    }

    /** One learner: the logged paths beside the candidate's choices and beside those of the logging policy itself, and the truths. */
    private record Learner(List<LoggedPath> candidate, List<LoggedPath> champion, double truth, double logged) {}

    EvaluationTable measure(int count, TrainingRun run) {
        List<LearnerHistory> pool = world.histories();
        List<Learner> all = IntStream.range(0, Math.min(2 * count, pool.size()))
                .parallel()
                .mapToObj(i -> learner(pool.get(i), i, run.random("paths.logged", i)))
                .toList();
        double truth = all.stream().mapToDouble(Learner::truth).average().orElse(0);
        double logged = all.stream().mapToDouble(Learner::logged).average().orElse(0);
        var results = new ArrayList<PathOffPolicyResult>();
        var verdicts = new ArrayList<PathPolicyGate.Verdict>();
        for (int log = 0; log < LOGS; log++) {
            int l = log;
            RandomGenerator random = run.random("paths.half", log);
            List<Learner> half = all.stream().filter(x -> random.nextBoolean()).toList();
            List<LoggedPath> of = half.stream().map(x -> x.candidate().get(l)).toList();
            results.add(PathOffPolicy.estimate(of));
            verdicts.add(PathPolicyGate.judge(
                    of, half.stream().map(x -> x.champion().get(l)).toList(), 0));
        }
        var rows = List.of(
                row("as logged", results, PathOffPolicyResult::asLogged, truth),
                row("importance sampling per decision", results, PathOffPolicyResult::perDecision, truth),
                row("fitted Q", results, PathOffPolicyResult::fittedQ, truth),
                row("doubly robust per decision", results, PathOffPolicyResult::doublyRobust, truth));
        long passed = verdicts.stream().filter(PathPolicyGate.Verdict::passed).count();
        long swapped = IntStream.range(0, LOGS)
                .filter(l -> PathPolicyGate.judge(
                                all.stream().map(x -> x.champion().get(l)).toList(),
                                all.stream().map(x -> x.candidate().get(l)).toList(),
                                0)
                        .passed())
                .count();
        return new EvaluationTable(
                "Path policies off-policy, starter world, seed %d, %d logs of about %d learners"
                        .formatted(run.seed(), LOGS, all.size() / 2),
                List.of(String.format(
                        Locale.ROOT,
                        "Measured gain of attainment of %d contents in a row, chosen by a randomised greedy policy"
                                + " (truth %.4f); estimated is that of the trained policy (truth %.4f). Effective sample"
                                + " %.0f paths on average. The gate lets the trained policy replace the logging one in %d"
                                + " of %d logs, and the other way round in %d (all learners).",
                        STEPS,
                        logged,
                        truth,
                        results.stream()
                                .mapToDouble(PathOffPolicyResult::effectiveSample)
                                .average()
                                .orElse(0),
                        passed,
                        LOGS,
                        swapped)),
                List.of(
                        "estimate",
                        "mean",
                        "mean error",
                        "root mean squared error",
                        "95 % intervals that hold the truth"),
                rows);
    }

    private static List<String> row(
            String name, List<PathOffPolicyResult> results, Function<PathOffPolicyResult, Interval> of, double truth) {
        double[] errors =
                results.stream().mapToDouble(r -> of.apply(r).mean() - truth).toArray();
        double error = IntStream.range(0, errors.length)
                .mapToDouble(i -> errors[i])
                .average()
                .orElse(0);
        double squares = IntStream.range(0, errors.length)
                .mapToDouble(i -> errors[i] * errors[i])
                .average()
                .orElse(0);
        long inside = results.stream()
                .filter(r ->
                        of.apply(r).lower() <= truth && truth <= of.apply(r).upper())
                .count();
        return List.of(
                name,
                String.format(Locale.ROOT, "%.4f", truth + error),
                String.format(Locale.ROOT, "%+.4f", error),
                String.format(Locale.ROOT, "%.4f", Math.sqrt(squares)),
                inside + " of " + results.size());
    }

    private Learner learner(LearnerHistory learner, int unit, RandomGenerator random) {
        String user = learner.learner().userId();
        Role role = world.catalog().role(world.truth().targetRole(user)).orElseThrow();
        var decisions = new PathDecisions(
                planner,
                new ContentPathRequest(
                        learner,
                        TruePaths.requirements(role),
                        new PathLimits(
                                learner.profile().weeklyLearningHours(),
                                WEEKS,
                                2 * STEPS,
                                Set.of(),
                                List.of(),
                                Set.of()),
                        world.end()));
        var candidate = new ArrayList<LoggedPath>();
        var champion = new ArrayList<LoggedPath>();
        double truth = 0;
        double logged = 0;
        for (int log = 0; log < LOGS; log++) {
            var ofCandidate = new ArrayList<LoggedPathStep>();
            var ofChampion = new ArrayList<LoggedPathStep>();
            logged += play(decisions, user, role, random, true, ofCandidate, ofChampion) / LOGS;
            candidate.add(new LoggedPath(unit, ofCandidate));
            champion.add(new LoggedPath(unit, ofChampion));
            truth += play(decisions, user, role, random, false, new ArrayList<>(), new ArrayList<>()) / LOGS;
        }
        return new Learner(candidate, champion, truth, logged);
    }

    /** Makes a path by the logging policy or by the candidate, and logs it; returns what was measured. */
    private double play(
            PathDecisions decisions,
            String user,
            Role role,
            RandomGenerator random,
            boolean byLogging,
            List<LoggedPathStep> ofCandidate,
            List<LoggedPathStep> ofChampion) {
        decisions.restart();
        var ids = new ArrayList<String>();
        double whole = 0;
        for (int step = 0; step < STEPS && decisions.count() > 0; step++) {
            double[] logging = decisions.greedyProbabilities(SHARPNESS, UNIFORM);
            double[] wanted = decisions.probabilities(policy, TEMPERATURE);
            int taken = PathDecisions.draw(byLogging ? logging : wanted, random);
            double[] before = world.truth().masteryAfter(user, ids);
            String id = decisions.contentId(taken);
            ids.add(id);
            double reward = measured(role, id, before, world.truth().masteryAfter(user, ids), random);
            whole += reward;
            if (byLogging) {
                float[][] rows = decisions.rows();
                ofCandidate.add(new LoggedPathStep(rows[taken], logging[taken], reward, wanted[taken], rows, wanted));
                ofChampion.add(new LoggedPathStep(rows[taken], logging[taken], reward, logging[taken], rows, logging));
            }
            decisions.take(taken);
        }
        return whole;
    }

    /** Returns what two measurements of what a content teaches say that it added to the attainment. */
    private double measured(Role role, String id, double[] before, double[] after, RandomGenerator random) {
        Content content = world.catalog().content(id).orElseThrow();
        double added = 0;
        double whole = 0;
        for (SkillRequirement r : role.requirements()) {
            whole += r.importance() * r.requiredLevel();
            if (content.skills().stream().map(SkillWeight::skillId).anyMatch(r.skillId()::equals)) {
                int skill = world.catalog().skillIndex(r.skillId()).orElseThrow();
                double from = before[skill] + NOISE * random.nextGaussian();
                double to = after[skill] + NOISE * random.nextGaussian();
                added += r.importance() * (Math.min(r.requiredLevel(), to) - Math.min(r.requiredLevel(), from));
            }
        }
        return added / whole;
    }
}
