package dev.skillpod.app.evaluation;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.gap.analysis.GapRequest;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.ContentPath;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.ContentPathRequest;
import dev.skillpod.core.path.content.PathCalibration;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Plans for learners of every kind over a catalogue, checks every path, and compares it with the best baseline. */
final class RandomPaths {
    private final CatalogIndex index;
    private final Catalog catalog;
    private final ContentPathPlanner planner;
    private final LevelModel levels;
    private final ProgressModel progress;
    private final ContentStatistics statistics;
    private final PathCalibration calibration;
    private final RequirementFinder requirements;
    private final GeneratedLearners learners;
    private final PathChecker checker;

    RandomPaths(
            CatalogIndex index,
            ContentPathPlanner planner,
            LevelModel levels,
            ProgressModel progress,
            ContentStatistics statistics,
            PathCalibration calibration,
            RequirementFinder requirements,
            List<JobPosting> postings) {
        this.index = index;
        this.catalog = index.catalog();
        this.planner = planner;
        this.levels = levels;
        this.progress = progress;
        this.statistics = statistics;
        this.calibration = calibration;
        this.requirements = requirements;
        this.learners = new GeneratedLearners(catalog, postings);
        this.checker = new PathChecker(catalog);
    }

    private record Outcome(
            PathChecker.Violations violations, double before, double attained, double lead, int steps, double millis) {}

    /** Plans for that many learners; those without any goal are drawn again. */
    EvaluationTable measure(String title, int count, TrainingRun run) {
        Outcome[] outcomes = IntStream.range(0, count)
                .parallel()
                .mapToObj(i -> one(run.random("paths.random." + title, i)))
                .toArray(Outcome[]::new);
        var violations = Arrays.stream(outcomes)
                .map(Outcome::violations)
                .reduce(PathChecker.Violations.NONE, PathChecker.Violations::plus);
        double[] leads = Arrays.stream(outcomes).mapToDouble(Outcome::lead).toArray();
        // The first third of the plans warms the JVM up.
        double[] millis = Arrays.stream(outcomes)
                .skip(count / 3)
                .mapToDouble(Outcome::millis)
                .sorted()
                .toArray();
        long ahead = Arrays.stream(leads).filter(lead -> lead > 1e-9).count();
        return new EvaluationTable(
                title,
                List.of("Random levels, goals, histories, hours (1 to 40 a week), deadlines (1 to 30 weeks), lengths"
                        + " (1 to 25), types, pinned and excluded contents; every path is checked by code of its"
                        + " own, levels included. Attainment is that of the learner model; the best baseline is"
                        + " the best of topological, greedy per minute and greedy per item, learner by learner; in"
                        + " brackets the 95 % bootstrap interval. Milliseconds are processor time of one plan."),
                List.of("what", "value"),
                List.of(
                        List.of("paths", Integer.toString(count)),
                        List.of("violations of prerequisites", Integer.toString(violations.prerequisites())),
                        List.of("violations of hours or length", Integer.toString(violations.budget())),
                        List.of(
                                "violations of exclusions, types or finished",
                                Integer.toString(violations.exclusions())),
                        List.of("steps", number("%.1f", mean(outcomes, Outcome::steps))),
                        List.of("attainment before", number("%.4f", mean(outcomes, Outcome::before))),
                        List.of("attainment after", number("%.4f", mean(outcomes, Outcome::attained))),
                        List.of(
                                "lead over the best baseline",
                                EvaluationTable.interval(
                                        "%+.4f", Bootstrap.mean(leads, run.random("paths.bootstrap." + title)))),
                        List.of("paths ahead of every baseline", number("%.1f %%", 100.0 * ahead / count)),
                        List.of(
                                "least lead",
                                number("%+.6f", Arrays.stream(leads).min().orElse(0))),
                        List.of("ms a plan, median", number("%.1f", millis[millis.length / 2])),
                        List.of("ms a plan, p99", number("%.1f", millis[(int) (0.99 * (millis.length - 1))]))));
    }

    private Outcome one(RandomGenerator random) {
        GapRequest learner = learners.draw(random);
        var found = requirements.find(learner.learner(), learner.targets(), learner.asOf());
        if (found.requirements().stream()
                .noneMatch(r -> r.level() > 0 && catalog.skill(r.skillId()).isPresent())) {
            return one(random);
        }
        var request = new ContentPathRequest(learner.learner(), found.requirements(), limits(random), learner.asOf());
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long begin = clock.getCurrentThreadCpuTime();
        ContentPath path = planner.plan(request);
        double millis = (clock.getCurrentThreadCpuTime() - begin) / 1e6;
        LearnerState state =
                LearnerState.of(index, planner.roles(), levels, request.learner(), List.of(), request.asOf());
        Map<String, Double> doubt = new HashMap<>();
        for (int s = 0; s < index.skillCount(); s++) {
            String id = catalog.skills().get(s).id();
            doubt.put(
                    id, state.levels().known()[s] ? 0 : Math.sqrt(state.levels().variance()[s]));
        }
        double best = path.baselines().entrySet().stream()
                .filter(b -> !b.getKey().equals(ContentPath.POLICY))
                .mapToDouble(b -> b.getValue().mean())
                .max()
                .orElse(0);
        return new Outcome(
                checker.check(
                        request,
                        path,
                        finished -> new LevelReplay(state, progress, statistics, calibration, finished),
                        doubt),
                path.before().mean(),
                path.after().mean(),
                path.after().mean() - best,
                path.steps().size(),
                millis);
    }

    private PathLimits limits(RandomGenerator random) {
        Set<ContentType> types = random.nextDouble() < 0.2
                ? IntStream.range(0, 4)
                        .mapToObj(i -> ContentType.values()[random.nextInt(ContentType.values().length)])
                        .collect(Collectors.toSet())
                : Set.of();
        Set<String> excluded = new HashSet<>();
        for (int i = random.nextInt(40); i > 0; i--) {
            excluded.add(content(random));
        }
        List<String> pinned = random.nextDouble() < 0.3 ? List.of(content(random), content(random)) : List.of();
        return new PathLimits(
                1 + random.nextInt(40), 1 + random.nextInt(30), 1 + random.nextInt(25), types, pinned, excluded);
    }

    private String content(RandomGenerator random) {
        List<Content> contents = catalog.contents();
        return contents.get(random.nextInt(contents.size())).id();
    }

    private static double mean(Outcome[] outcomes, java.util.function.ToDoubleFunction<Outcome> value) {
        return Arrays.stream(outcomes).mapToDouble(value).average().orElse(0);
    }

    private static String number(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
