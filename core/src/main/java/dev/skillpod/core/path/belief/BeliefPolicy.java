package dev.skillpod.core.path.belief;

import dev.skillpod.core.path.Actor;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.PracticeDynamics;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Keeps a belief about the learner, looks ahead over it and takes the best action, anew at every step.
 *
 * <p>Sees observations only; what it knows of learners in general are the dynamics, the prior and the value it was made with.
 */
public final class BeliefPolicy implements Policy<PracticeObservation> {
    private final String name;
    private final PracticeDynamics dynamics;
    private final StatePrior prior;
    private final BeliefValue value;
    private final SearchConfig config;

    /** Makes the policy. */
    public BeliefPolicy(
            String name, PracticeDynamics dynamics, StatePrior prior, BeliefValue value, SearchConfig config) {
        this.name = name;
        this.dynamics = dynamics;
        this.prior = prior;
        this.value = value;
        this.config = config;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Actor<PracticeObservation> begin(RandomGenerator random) {
        return new Searcher(random);
    }

    /** Remembers the belief between the steps of an episode. */
    private final class Searcher implements Actor<PracticeObservation> {
        private final RandomGenerator random;
        private final BeliefSearch search = new BeliefSearch(dynamics, value, config);
        private Optional<ParticleBelief> known = Optional.empty();
        private int seen;

        Searcher(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public int act(PracticeObservation observation) {
            ParticleBelief belief = known.orElseGet(() -> new ParticleBelief(
                    dynamics,
                    prior,
                    observation.goal(),
                    observation.warmUp(),
                    observation.last(),
                    config.particles(),
                    random));
            known = Optional.of(belief);
            List<Interaction> answers = observation.answers();
            for (; seen < answers.size(); seen++) {
                belief.observe(answers.get(seen));
            }
            return search.best(belief, observation.stepsLeft());
        }
    }
}
