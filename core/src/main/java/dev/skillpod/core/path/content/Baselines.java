package dev.skillpod.core.path.content;

import dev.skillpod.core.path.Actor;
import dev.skillpod.core.path.GreedyPolicy;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.TopologicalPolicy;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The paths that a planner must not fall behind: in the order of prerequisites, and by the best next step. */
final class Baselines {
    static final String TOPOLOGICAL = "topological";
    static final String PER_MINUTE = "greedy per minute";
    static final String PER_ITEM = "greedy per item";

    /** The names of all, in their order. */
    static final List<String> NAMES = List.of(TOPOLOGICAL, PER_MINUTE, PER_ITEM);

    /** Gain of attainment below which a greedy path stops. */
    static final double LEAST_GAIN = 1e-4;

    private Baselines() {}

    /** Returns the state after each baseline, by name; all begin where {@code start} is. */
    static Map<String, PathState> play(PathState start) {
        var played = new LinkedHashMap<String, PathState>();
        played.put(
                TOPOLOGICAL,
                play(start, new TopologicalPolicy<>(order(start.problem)), seen -> any(seen, seen.needed())));
        played.put(PER_MINUTE, play(start, greedy(PER_MINUTE, start.problem, Weighing.PER_MINUTE), Baselines::gains));
        played.put(PER_ITEM, play(start, greedy(PER_ITEM, start.problem, Weighing.PER_ITEM), Baselines::gains));
        return played;
    }

    private static Policy<PathObservation> greedy(String name, PathProblem problem, Weighing weighing) {
        return new GreedyPolicy<>(name, (seen, random) -> {
            var worth = new double[seen.actions()];
            for (int c = 0; c < worth.length; c++) {
                worth[c] = weighing.worth(seen.gains()[c], problem.minutes[c], 1, problem.limits);
            }
            return worth;
        });
    }

    private static PathState play(PathState start, Policy<PathObservation> policy, Predicate<PathObservation> goesOn) {
        PathState state = start.copy();
        Actor<PathObservation> actor = policy.begin(new SplittableRandom(0));
        PathObservation seen = PathObservation.of(state);
        while (seen.stepsLeft() > 0 && goesOn.test(seen)) {
            state.advance(actor.act(seen));
            seen = PathObservation.of(state);
        }
        return state;
    }

    private static boolean gains(PathObservation seen) {
        return Arrays.stream(seen.gains()).anyMatch(gain -> gain > LEAST_GAIN);
    }

    private static boolean any(PathObservation seen, boolean[] needed) {
        return IntStream.range(0, needed.length).anyMatch(c -> seen.allowed()[c] && needed[c]);
    }

    /** Returns the candidates by the order of prerequisites of their main skills, then from the lowest level up. */
    private static int[] order(PathProblem problem) {
        var catalog = problem.index.catalog();
        var rank = new int[problem.index.skillCount()];
        int next = 1;
        for (String id : catalog.prerequisites().topologicalOrder()) {
            if (catalog.skillIndex(id).isPresent()) {
                rank[catalog.skillIndex(id).getAsInt()] = next++;
            }
        }
        return IntStream.range(0, problem.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(c -> {
                            int main = problem.row(c).mainSkill();
                            return main < 0 ? -1 : rank[main];
                        })
                        .thenComparingInt(c -> problem.row(c).mainSkill())
                        .thenComparingDouble(c -> problem.row(c).levelFrom())
                        .thenComparingDouble(c -> problem.row(c).levelTo())
                        .thenComparingInt(c -> c))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
