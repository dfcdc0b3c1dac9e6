package dev.skillpod.core.path.content;

import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelSpread;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathStateTest {
    private final CatalogIndex index = TinyWorld.index();
    private final LearnerHistory learner =
            history(profile(null, skill("soup", 30), skill("dough", 25)), List.of(), List.of());
    private final PathProblem problem = problem();
    private final LearnerDraws draws =
            new LearnerDraws(problem.state, LevelSpread.assumed(), PathCalibration.assumed(), 5, 64);

    private PathProblem problem() {
        var context = TinyWorld.context(index, learner);
        var goal = Goal.of(
                List.of(
                        new Requirement("soup", "soup", 70, 0.8, List.of(new Evidence.Asked(70))),
                        new Requirement("bread", "bread", 60, 0.4, List.of(new Evidence.Asked(60)))),
                index.catalog());
        return new PathProblem(
                context.state(),
                goal,
                new RiseForecast(context, ProgressModel.parse(""), PathCalibration.assumed()),
                new PathLimits(100, 1, 20, Set.of(), List.of(), Set.of()),
                CandidateSelection.wanted(goal, index),
                IntStream.range(0, index.contentCount()).toArray());
    }

    @Test
    void aGainIsWhatDoingItAdds() {
        var random = new SplittableRandom(3);
        PathState state = new PathState(problem, draws);
        for (int step = 0; step < 12; step++) {
            int[] allowed =
                    IntStream.range(0, problem.size()).filter(state::allowed).toArray();
            int candidate = allowed[random.nextInt(allowed.length)];
            // Asked before, so that remembered gains are tested, too.
            IntStream.range(0, problem.size()).forEach(state::gain);
            double expected = state.gain(candidate);
            double before = state.attainment();
            state.advance(candidate);
            assertThat(state.attainment() - before).isCloseTo(expected, within(1e-12));
            PathState fresh = new PathState(problem, draws);
            for (int done : state.path()) {
                fresh.advance(done);
            }
            for (int c = 0; c < problem.size(); c++) {
                assertThat(state.gain(c)).isCloseTo(fresh.gain(c), within(1e-12));
            }
        }
    }

    @Test
    void theFirstRiseIsTheRecommenders() {
        // Untrained, both keep a fifth of what is promised to the uncertain level.
        PathState state = new PathState(problem, draws);
        var context = TinyWorld.context(index, learner);
        var rows = new dev.skillpod.core.recommend.feature.RiseRows(context);
        for (int c = 0; c < problem.size(); c++) {
            int skill = problem.row(c).mainSkill();
            double expected = ProgressModel.parse("").expected(rows, new int[] {problem.contents[c]})[0]
                    / rows.worth(problem.contents[c], 0);
            assertThat(state.rise(c, skill)).isCloseTo(expected, within(1e-5));
        }
    }

    @Test
    void baselinesKeepTheLimitsAndGreedyTakesTheLargestGainFirst() {
        PathState start = new PathState(problem, draws);
        var played = Baselines.play(start);

        assertThat(played.keySet()).containsExactlyElementsOf(Baselines.NAMES);
        int first = played.get(Baselines.PER_ITEM).path()[0];
        for (int c = 0; c < problem.size(); c++) {
            if (start.allowed(c)) {
                assertThat(start.gain(c)).isLessThanOrEqualTo(start.gain(first));
            }
        }
        // Dough comes before bread in the order of prerequisites.
        List<Integer> mains = IntStream.of(played.get(Baselines.TOPOLOGICAL).path())
                .mapToObj(c -> problem.row(c).mainSkill())
                .toList();
        assertThat(mains.indexOf(index.catalog().skillIndex("dough").orElseThrow()))
                .isNotNegative()
                .isLessThan(mains.indexOf(index.catalog().skillIndex("bread").orElseThrow()));
    }
}
