package dev.skillpod.core.recommend.candidate.neighbour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.Logs;
import org.junit.jupiter.api.Test;

class NeighbourScorerTest {
    @Test
    void alikeUsersVoteForWhatCameAfterTheLastSharedItem() {
        InteractionLog log = Logs.of(new int[] {0, 1, 2, 3}, new int[] {4, 1});
        var scores = new float[5];
        new NeighbourScorer(log, new NeighbourConfig(10, 0, 0, 0, 0.5, 1)).scoreAll(new int[] {0, 1}, scores);
        // User 0 shares both (likeness 2, last shared at place 1): 2 -> 2, 3 -> 2 / 2. User 1 shares one: 4 -> 0.5 / 2.
        assertThat(scores[2]).isCloseTo(2, within(1e-6f));
        assertThat(scores[3]).isCloseTo(1, within(1e-6f));
        assertThat(scores[4]).isCloseTo(0.25f, within(1e-6f));
    }

    @Test
    void onlyTheMostAlikeVote() {
        InteractionLog log = Logs.of(new int[] {0, 1, 2}, new int[] {1, 3});
        var scores = new float[4];
        new NeighbourScorer(log, NeighbourConfig.unordered().withNeighbours(1)).scoreAll(new int[] {0, 1}, scores);
        assertThat(scores[2]).isPositive();
        assertThat(scores[3]).isZero();
    }

    @Test
    void agreesWithAMapWhenManyUsersAreMet() {
        InteractionLog log = Logs.checkerboard(5000, 12, false);
        var scores = new float[12];
        NeighbourConfig config =
                NeighbourConfig.unordered().withNeighbours(100_000).withExponents(0, 0);
        new NeighbourScorer(log, config).scoreAll(new int[] {0, 2}, scores);
        var expected = new double[12];
        for (int user = 0; user < log.users(); user++) {
            int shared = 0;
            for (int item : log.history(user)) {
                shared += item == 0 || item == 2 ? 1 : 0;
            }
            for (int item : log.history(user)) {
                expected[item] += shared;
            }
        }
        for (int item = 0; item < 12; item++) {
            assertThat((double) scores[item]).isEqualTo(expected[item]);
        }
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> NeighbourConfig.defaults().withNeighbours(0))
                .hasMessage("neighbours must be in [1, 100000], was 0");
        assertThatThrownBy(() -> NeighbourConfig.defaults().withVotes(2, 0))
                .hasMessage("before must be in [0, 1], was 2.0");
    }
}
