package dev.skillpod.core.recommend.diversity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.recommend.SkillGap;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SkillQuotaTest {
    /** Contents 0-3 teach dough, 4-7 bread, 8-11 sauce, 12-15 soup. */
    private final CatalogIndex index = TinyWorld.index();

    private final List<Integer> ranked = IntStream.range(0, 16).boxed().toList();

    private List<Integer> pick(int length, SkillGap... gaps) {
        var history = TinyWorld.history(TinyWorld.profile(null), List.of(), List.of());
        var state = LearnerState.of(
                index, new RoleMatcher(index), LevelModel.untrained(), history, List.of(gaps), TinyWorld.NOW);
        return new SkillQuota(state).pick(ranked, length, c -> c, Optional::of);
    }

    @Test
    void threeOfTenHaveTheSameMainSkillAndTheOrderStays() {
        assertThat(pick(10)).containsExactly(0, 1, 2, 4, 5, 6, 8, 9, 10, 12);
        assertThat(pick(4)).containsExactly(0, 1, 4, 5);
    }

    @Test
    void whatWasLeftOutFillsAListThatWouldStayShort() {
        assertThat(pick(14)).hasSize(14).isSorted();
        assertThat(pick(50)).containsExactlyElementsOf(ranked);
    }

    @Test
    void aSkillAskedForHasNoLimit() {
        assertThat(pick(4, new SkillGap("dough", 30))).containsExactly(0, 1, 2, 3);
    }

    @Test
    void belowTheListTheQuotaHoldsForWhateverTakesAPlaceInIt() {
        var state = TinyWorld.state(index, TinyWorld.history(TinyWorld.profile(null), List.of(), List.of()));
        var quota = new SkillQuota(state);
        List<Integer> list = List.of(0, 1, 2, 4, 5);

        // a quota of three: dough is full, bread has one place left
        assertThat(quota.below(ranked, list, 10, 3, c -> c, c -> true)).containsExactly(6, 8, 9);
        assertThat(quota.below(ranked, list, 10, 3, c -> c, c -> c != 8)).containsExactly(6, 9, 10);
        assertThat(quota.below(ranked, List.of(15), 10, 3, c -> c, c -> true)).isEmpty();
    }

    @Test
    void whatIsNotAdmittedTakesNoPlace() {
        var state = TinyWorld.state(index, TinyWorld.history(TinyWorld.profile(null), List.of(), List.of()));
        List<Integer> even =
                new SkillQuota(state).pick(ranked, 4, c -> c, c -> c % 2 == 0 ? Optional.of(c) : Optional.empty());

        assertThat(even).containsExactly(0, 2, 4, 6);
    }
}
