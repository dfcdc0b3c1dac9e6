package dev.skillpod.core.path;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeEnvironment;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every policy must keep; a new one is tested by a subclass that makes it for {@link ChainWorld}. */
public abstract class PolicyConformance {
    private static final int STEPS = 6;

    protected abstract Policy<PracticeObservation> policy();

    @Test
    void choosesWhatIsAllowedUntilTheEnd() {
        for (Learner learner : ChainWorld.learners(20, 1)) {
            Episode episode = play(learner, 5);

            assertThat(episode.path()).hasSize(STEPS);
            assertThat(episode.reward()).isLessThanOrEqualTo(1);
        }
    }

    @Test
    void choosesTheSameWithTheSameStream() {
        for (Learner learner : ChainWorld.learners(10, 2)) {
            assertThat(play(learner, 3).path()).containsExactly(play(learner, 3).path());
        }
    }

    /** Observations are all it takes: made anew from goal and answers, without any learner, they lead to the same actions. */
    @Test
    void needsNothingButObservations() {
        for (Learner learner : ChainWorld.learners(10, 3)) {
            int[] path = play(learner, 4).path();
            List<Interaction> answers = answers(learner, path);
            Actor<PracticeObservation> actor = policy().begin(new SplittableRandom(4));
            int last = learner.last();
            for (int step = 0; step < STEPS; step++) {
                var seen = new PracticeObservation(
                        ChainWorld.DYNAMICS,
                        learner.goal(),
                        learner.warmUp(),
                        answers.subList(0, step),
                        last,
                        STEPS - step);
                assertThat(actor.act(seen)).isEqualTo(path[step]);
                last = path[step];
            }
        }
    }

    @Test
    void survivesALearnerOfWhomNothingIsKnown() {
        var learner = new Learner(0, new double[3], -1, new int[] {2}, List.of());

        assertThat(play(learner, 6).path()).hasSize(STEPS);
    }

    private Episode play(Learner learner, long seed) {
        var environment = new PracticeEnvironment(ChainWorld.DYNAMICS, learner, STEPS);
        return Episode.play(environment, policy(), new SplittableRandom(seed));
    }

    private static List<Interaction> answers(Learner learner, int[] path) {
        var environment = new PracticeEnvironment(ChainWorld.DYNAMICS, learner, path.length);
        for (int action : path) {
            environment.act(action);
        }
        return new ArrayList<>(environment.observe().answers());
    }
}
