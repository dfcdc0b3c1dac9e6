package dev.skillpod.core.path.content;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.content.ContentPath.Unplaced;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Finds paths for one problem: the baselines, then constructions that look ahead over bridges, then rounds of improvement of the
 * best of all these. What search returns attains at least what every baseline does on the draws it searched with.
 */
final class PathSearch {
    private static final double[] MINUTES_WEIGHTS = {0, 0.5, 1};

    private final PathProblem problem;
    private final Construction construction;
    private final PathState start;
    private final PathState pinnedFirst;
    private final boolean[] mustStay;
    private final List<Unplaced> unplaced = new ArrayList<>();
    private final TrainingRun streams;
    private final @Nullable PolicyRollout rollout;

    PathSearch(PathProblem problem, LearnerDraws draws, @Nullable PathPolicy policy, long seed) {
        this.problem = problem;
        this.construction = new Construction(problem, draws);
        this.start = new PathState(problem, draws);
        this.pinnedFirst = start.copy();
        this.mustStay = new boolean[problem.size()];
        this.streams = TrainingRun.of(seed, 1);
        this.rollout = policy == null ? null : new PolicyRollout(policy, problem);
        problem.limits.pinned().stream().distinct().forEach(this::pin);
    }

    /** Returns the state before the first step. */
    PathState start() {
        return start;
    }

    /** Returns the pinned contents that found no place, and why. */
    List<Unplaced> unplaced() {
        return unplaced;
    }

    /** Returns the state after each baseline and after the policy alone, by name; pinned contents come first, the rest is theirs. */
    Map<String, PathState> baselines() {
        Map<String, PathState> played = Baselines.play(pinnedFirst);
        if (rollout != null) {
            PathState alone = pinnedFirst.copy();
            rollout.complete(alone, null, 1);
            played.put(ContentPath.POLICY, alone);
        }
        return played;
    }

    /** Returns the best path found, by construction and by improving the best of that and the baselines. */
    PathState search(Map<String, PathState> baselines, int rounds) {
        var found = new LinkedHashMap<>(baselines);
        for (double weight : MINUTES_WEIGHTS) {
            PathState built = pinnedFirst.copy();
            construction.complete(built, new Weighing(weight));
            found.put("construction " + weight, built);
        }
        PathState best = found.values().stream()
                .reduce((a, b) -> RuinAndRecreate.better(b, a) ? b : a)
                .orElseThrow()
                .copy();
        improve(best, rounds);
        return best;
    }

    /** Improves the path of another state of the same candidates under this problem's limits. */
    PathState improved(int[] path, int rounds) {
        PathState state = start.copy();
        for (int candidate : path) {
            if (state.allowed(candidate)) {
                state.advance(candidate);
            }
        }
        construction.complete(state, new Weighing(0.5));
        improve(state, rounds);
        return state;
    }

    private void improve(PathState best, int rounds) {
        new RuinAndRecreate(start, mustStay, construction, rollout, streams.random("path.improve"))
                .improve(best, rounds);
    }

    private void pin(String id) {
        var content = problem.index.catalog().contentIndex(id);
        if (content.isEmpty()) {
            unplaced.add(new Unplaced(id, "the catalogue has no content of that id"));
            return;
        }
        int candidate = problem.candidateOf[content.getAsInt()];
        if (problem.limits.excluded().contains(id)) {
            unplaced.add(new Unplaced(id, "it is excluded, too"));
        } else if (candidate < 0) {
            unplaced.add(new Unplaced(id, "it is finished already"));
        } else if (construction.place(pinnedFirst, candidate)) {
            mustStay[candidate] = true;
        } else {
            unplaced.add(new Unplaced(id, reason(candidate)));
        }
    }

    private String reason(int candidate) {
        if (pinnedFirst.size() >= problem.limits.maxItems()) {
            return "the path has no place left for it: at most %d contents were asked for"
                    .formatted(problem.limits.maxItems());
        }
        if (!pinnedFirst.fits(candidate)) {
            return "it takes %d minutes and %d are left"
                    .formatted(
                            Math.round(problem.minutes[candidate]),
                            Math.round(Math.max(0, problem.limits.minutes() - pinnedFirst.minutes())));
        }
        int content = problem.contents[candidate];
        var first = problem.rules.unmetContent(pinnedFirst, content);
        if (first.isPresent()) {
            return "it builds on '%s', which finds no place before it"
                    .formatted(problem.index
                            .catalog()
                            .contents()
                            .get(first.getAsInt())
                            .title());
        }
        int skill = problem.rules
                .unmetSkill(pinnedFirst, content)
                .orElse(problem.row(candidate).mainSkill());
        return "it needs %s at level %d, which no allowed content brings within the limits"
                .formatted(
                        problem.index.catalog().skills().get(skill).name(),
                        Math.round(problem.rules.levelNeeded(content, skill)));
    }
}
