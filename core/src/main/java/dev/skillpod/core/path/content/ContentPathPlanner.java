package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.path.content.ContentPath.Limit;
import dev.skillpod.core.path.content.ContentPath.MoreHours;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Plans learning paths over the contents of a catalogue: searches, plays the baselines, judges all on the same drawn learners and
 * returns the best, so that no path attains less than a baseline's according to the learner model. Deterministic. Bound to one
 * catalogue and one version of the models; thread-safe.
 */
public final class ContentPathPlanner {
    /** The version of how paths are found. */
    public static final String POLICY = "bridged-greedy-ruin-recreate-2";

    /** The expected attainment from which on a goal counts as attained. */
    private static final double ATTAINED = 0.99;

    private static final double[] MORE_HOURS = {1.5, 2, 3};

    /** What more hours must add to the attainment to be worth telling. */
    private static final double WORTH_TELLING = 0.002;

    private final CatalogIndex index;
    private final RoleMatcher roles;
    private final LevelModel levels;
    private final ProgressModel progress;
    private final ContentStatistics statistics;
    private final SearchConfig config;
    private final @Nullable PathPolicy policy;
    private final PathCalibration calibration;

    /**
     * Makes a planner.
     *
     * @param levels what a profile lets expect of levels
     * @param progress the expected part of a promise that is kept
     * @param statistics how contents did so far, in the catalogue's order
     */
    public ContentPathPlanner(
            CatalogIndex index,
            RoleMatcher roles,
            LevelModel levels,
            ProgressModel progress,
            ContentStatistics statistics,
            SearchConfig config) {
        this(index, roles, levels, progress, statistics, config, null, PathCalibration.assumed());
    }

    /**
     * Makes a planner that a policy guides.
     *
     * @param levels what a profile lets expect of levels
     * @param progress the expected part of a promise that is kept
     * @param statistics how contents did so far, in the catalogue's order
     * @param policy says how good paths go on; null searches without
     * @param calibration how much to believe the learner model
     */
    public ContentPathPlanner(
            CatalogIndex index,
            RoleMatcher roles,
            LevelModel levels,
            ProgressModel progress,
            ContentStatistics statistics,
            SearchConfig config,
            @Nullable PathPolicy policy,
            PathCalibration calibration) {
        this.index = index;
        this.roles = roles;
        this.levels = levels;
        this.progress = progress;
        this.statistics = statistics;
        this.config = config;
        this.policy = policy;
        this.calibration = calibration;
    }

    /** Returns what finds the role that a text means, in the same catalogue. */
    public RoleMatcher roles() {
        return roles;
    }

    /** Plans a path. */
    public ContentPath plan(ContentPathRequest request) {
        return planning(request).best();
    }

    /** Returns the ids of every path that is compared, by the name of its method; the best one's is {@link ContentPath#SEARCH}. */
    public Map<String, List<String>> compare(ContentPathRequest request) {
        return planning(request).compared();
    }

    Catalog catalog() {
        return index.catalog();
    }

    private Planning planning(ContentPathRequest request) {
        return new Planning(problem(request), seed(request));
    }

    /** Returns a planner that is like this one but for how much it believes the learner model. */
    ContentPathPlanner believing(PathCalibration other) {
        return new ContentPathPlanner(index, roles, levels, progress, statistics, config, policy, other);
    }

    /** Returns the deviation of one measurement of a level. */
    double measurementSd() {
        return levels.spread().measurement();
    }

    /** Returns the learners that the one of a problem may be. */
    LearnerDraws draws(PathProblem problem, long seed, int count) {
        return new LearnerDraws(problem.state, levels.spread(), calibration, seed, count);
    }

    /** Returns what is to be planned for a request. */
    PathProblem problem(ContentPathRequest request) {
        return problem(request, null);
    }

    /**
     * Returns what is to be planned with some contents only.
     *
     * @param only catalogue indexes, ascending; null for those worth a thought
     */
    PathProblem problem(ContentPathRequest request, int @Nullable [] only) {
        LearnerState state = LearnerState.of(index, roles, levels, request.learner(), List.of(), request.asOf());
        Taste unknown = Taste.unknown(index.contentCount());
        var context = new LearnerContext(
                state, unknown, unknown, unknown, statistics, MarketDemand.unknown(index.skillCount()));
        var forecast = new RiseForecast(context, progress, calibration);
        Goal goal = Goal.of(request.requirements(), index.catalog());
        double[] wanted = CandidateSelection.wanted(goal, index);
        int[] contents = only != null ? only : new CandidateSelection(state, forecast, request.limits()).select(wanted);
        return new PathProblem(state, goal, forecast, request.limits(), wanted, contents);
    }

    /** Returns the seed that a request's content gives: the same request, the same path. */
    private static long seed(ContentPathRequest request) {
        long seed = request.learner().learner().stableHash();
        for (var requirement : request.requirements()) {
            seed = 31 * seed + requirement.skillId().hashCode();
        }
        return seed;
    }

    /** A path that is compared. */
    private record Compared(String method, PathState end) {}

    /** One request at work. */
    private final class Planning {
        private final PathProblem problem;
        private final long seed;
        private final LearnerDraws searchDraws;
        private final LearnerDraws reportDraws;
        private final PathSearch search;

        /** The path that search found, then the baselines; all walked by the learners that are reported on. */
        private final List<Compared> compared = new ArrayList<>();

        private final Compared best;

        Planning(PathProblem problem, long seed) {
            this.problem = problem;
            this.seed = seed;
            this.searchDraws = draws(problem, seed, config.searchDraws());
            this.reportDraws = draws(problem, ~seed, config.reportDraws());
            this.search = new PathSearch(problem, searchDraws, policy, seed);
            Map<String, PathState> baselines = search.baselines();
            PathState found = search.search(baselines, config.rounds());
            String method = policy == null ? ContentPath.SEARCH : ContentPath.GUIDED;
            compared.add(new Compared(method, walk(found.path(), problem)));
            baselines.forEach((name, state) -> compared.add(new Compared(name, walk(state.path(), problem))));
            this.best = compared.stream()
                    .reduce((a, b) -> RuinAndRecreate.better(b.end(), a.end()) ? b : a)
                    .orElseThrow();
        }

        Map<String, List<String>> compared() {
            var ids = new LinkedHashMap<String, List<String>>();
            ids.put(ContentPath.SEARCH, ids(best.end()));
            compared.stream().skip(1).forEach(path -> ids.put(path.method(), ids(path.end())));
            return ids;
        }

        ContentPath best() {
            int[] path = best.end().path();
            var description = new PathDescription(problem, path, reportDraws, search.start());
            var baselines = new LinkedHashMap<String, Estimate>();
            compared.stream().skip(1).forEach(b -> baselines.put(b.method(), estimate(b.end())));
            Estimate after = estimate(best.end());
            Limit limit = limit(path, after);
            return new ContentPath(
                    description.steps(),
                    best.end().minutes(),
                    estimate(new PathState(problem, reportDraws)),
                    after,
                    description.skills(),
                    best.method(),
                    baselines,
                    description.milestones(),
                    search.unplaced(),
                    limit,
                    limit == Limit.NONE || limit == Limit.CATALOGUE ? List.of() : moreHours(path),
                    progress.trained());
        }

        private Estimate estimate(PathState state) {
            return Estimate.of(state.attainments()).widened(problem.widening, 1);
        }

        private PathState walk(int[] path, PathProblem under) {
            var walked = new PathState(under, reportDraws);
            for (int candidate : path) {
                walked.advance(candidate);
            }
            return walked;
        }

        private List<String> ids(PathState state) {
            var ids = new ArrayList<String>();
            for (int candidate : state.path()) {
                ids.add(index.catalog()
                        .contents()
                        .get(problem.contents[candidate])
                        .id());
            }
            return ids;
        }

        private Limit limit(int[] path, Estimate after) {
            if (after.mean() >= ATTAINED) {
                return Limit.NONE;
            }
            PathState end = search.start().copy();
            for (int candidate : path) {
                end.advance(candidate);
            }
            boolean more = false;
            for (int c = 0; c < problem.size(); c++) {
                more |= !end.done(c) && end.gain(c) > Baselines.LEAST_GAIN;
            }
            if (!more) {
                return Limit.CATALOGUE;
            }
            return end.size() >= problem.limits.maxItems() ? Limit.ITEMS : Limit.HOURS;
        }

        /** Returns what more hours would give, where they give more than fewer of them. */
        private List<MoreHours> moreHours(int[] path) {
            var more = new ArrayList<MoreHours>();
            double last = best.end().attainment();
            int[] from = path;
            for (double factor : MORE_HOURS) {
                double hours = Math.min(168, problem.limits.weeklyHours() * factor);
                PathProblem roomier = problem.under(problem.limits.withHours(hours));
                PathState improved = new PathSearch(roomier, searchDraws, policy, seed)
                        .improved(from, Math.max(1, config.rounds() / 5));
                double attainment = walk(improved.path(), roomier).attainment();
                if (attainment - last >= WORTH_TELLING) {
                    more.add(new MoreHours(hours, attainment));
                    last = attainment;
                    from = improved.path();
                }
            }
            return more;
        }
    }
}
