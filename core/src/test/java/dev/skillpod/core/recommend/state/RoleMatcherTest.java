package dev.skillpod.core.recommend.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.recommend.TinyWorld;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RoleMatcherTest {
    private static final int BAKER = 0;
    private static final int COOK = 1;
    private final RoleMatcher roles = new RoleMatcher(TinyWorld.index());

    private static LearnerHistory learner(@Nullable String role, String goal, String... searched) {
        var signals = java.util.Arrays.stream(searched)
                .map(s -> new MarketSignal(
                        s, TinyWorld.LEARNER, TinyWorld.day(2), SignalType.SKILL_SEARCH, List.of(s), null, null, null))
                .toList();
        var profile = new LearnerProfile(List.of(), List.of(goal), role, null, null, 5);
        return new LearnerHistory(TinyWorld.LEARNER, profile, List.of(), List.of(), signals, List.of());
    }

    @Test
    void idTitleAndAliasNameARoleInAnyCase() {
        assertThat(roles.match("BAKER")).hasValue(BAKER);
        assertThat(roles.match("master-baker")).hasValue(BAKER);
        assertThat(roles.match("Bread Maker")).hasValue(BAKER);
        assertThat(roles.match("Sauce cook")).hasValue(COOK);
        assertThat(roles.match(" ")).isEmpty();
    }

    @Test
    void theTargetRoleWinsOverGoals() {
        assertThat(roles.match(learner("cook", "Work as Master Baker"))).hasValue(COOK);
    }

    @Test
    void ofTwoRolesInAGoalTheLastIsMeant() {
        assertThat(roles.match(learner(null, "Move from Sauce Cook towards Master Baker")))
                .hasValue(BAKER);
    }

    @Test
    void skillsInGoalsAndSearchesPointAtARole() {
        assertThat(roles.match(learner(null, "Get confident with soup"))).hasValue(COOK);
        assertThat(roles.match(learner(null, "", "bread", "dough"))).hasValue(BAKER);
        assertThat(roles.match(learner(null, ""))).isEmpty();
    }
}
