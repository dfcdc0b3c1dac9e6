package dev.skillpod.core.path.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.path.Planner;
import java.util.List;
import org.junit.jupiter.api.Test;

class PracticeEnvironmentTest {
    private final ChainDynamics dynamics = ChainWorld.DYNAMICS;

    @Test
    void rewardIsTheShareOfWhatWasMissing() {
        var learner = new Learner(0, new double[] {1.5, 0, 0}, -1, new int[] {0, 1, 2}, List.of());
        var environment = new PracticeEnvironment(dynamics, learner, 2);

        environment.act(1);
        assertThat(environment.reward()).isEqualTo(0.5);
        environment.act(2);
        assertThat(environment.reward()).isEqualTo(1);
        assertThatThrownBy(() -> environment.act(2)).isInstanceOf(IllegalStateException.class);
        assertThat(environment.exam()).extracting(Interaction::correct).containsExactly(true, true, true);
    }

    @Test
    void aRefusedItemTeachesNothingButIsAnswered() {
        var learner = new Learner(0, new double[] {0, 0, 1.5}, 0, new int[] {1}, List.of());
        var environment = new PracticeEnvironment(dynamics, learner, 3);

        environment.act(2);

        assertThat(environment.observe().answers()).containsExactly(new Interaction(2, true));
        assertThat(environment.observe().last()).isZero();
        assertThat(environment.observe().stepsLeft()).isEqualTo(2);
    }

    @Test
    void needsWhatLeadsToTheGoalUntilItIsAnswered() {
        var learner = new Learner(0, new double[3], -1, new int[] {1}, List.of(new Interaction(1, false)));
        var environment = new PracticeEnvironment(dynamics, learner, 3);
        environment.act(0);
        PracticeObservation observation = environment.observe();

        assertThat(observation.needs(0)).isFalse();
        assertThat(observation.needs(1)).isTrue();
        assertThat(observation.needs(2)).isFalse();
    }

    /** Greedy practises the only goal, which hardly moves; annealing finds that its prerequisite comes first. */
    @Test
    void annealingLooksAheadWhereGreedyDoesNot() {
        var learner = new Learner(0, new double[] {0, 0, 0}, 1, new int[] {1}, List.of());

        assertThat(reward(new GreedyPlanner(dynamics), learner)).isZero();
        assertThat(reward(new AnnealingPlanner(dynamics, 400), learner)).isEqualTo(1);
    }

    private double reward(Planner<Learner> planner, Learner learner) {
        var environment = new PracticeEnvironment(dynamics, learner, 2);
        for (int item : planner.plan(learner, 2)) {
            assertThat(environment.observe().allows(item)).isTrue();
            environment.act(item);
        }
        return environment.reward();
    }
}
