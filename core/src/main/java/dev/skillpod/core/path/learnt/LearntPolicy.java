package dev.skillpod.core.path.learnt;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.path.Actor;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.List;
import java.util.random.RandomGenerator;

/** Plans inside an {@link AnswerModel}: follows the learner's answers with its state, looks ahead in it and takes the best action. */
public final class LearntPolicy implements Policy<PracticeObservation> {
    private final AnswerModel model;
    private final MultilayerPerceptron network;
    private final int[][] accepted;
    private final int depth;
    private final double exploration;

    /**
     * Makes the policy.
     *
     * @param network from a {@link LearntValueTrainer} of the same model
     * @param accepted the items that may be chosen, by last item; the last row is for none
     * @param depth actions looked ahead, at least 1
     * @param exploration probability of a random action, in [0, 1]: 0 to serve, more to gather logs
     */
    public LearntPolicy(
            AnswerModel model, MultilayerPerceptron network, int[][] accepted, int depth, double exploration) {
        this.model = model;
        this.network = network;
        this.accepted = accepted;
        this.depth = depth;
        this.exploration = exploration;
    }

    @Override
    public String name() {
        return "learnt model";
    }

    @Override
    public Actor<PracticeObservation> begin(RandomGenerator random) {
        return new Follower(random);
    }

    /** Keeps the model's state between the steps of an episode. */
    private final class Follower implements Actor<PracticeObservation> {
        private final RandomGenerator random;
        private final LearntSearch search = new LearntSearch(model, network, accepted);
        private float[] state = {};
        private double startScore;
        private int seen;

        Follower(RandomGenerator random) {
            this.random = random;
        }

        @Override
        public int act(PracticeObservation observation) {
            int[] goal = observation.goal();
            if (state.length == 0) {
                state = model.state(observation.warmUp());
                startScore = model.score(state, goal);
            }
            List<Interaction> answers = observation.answers();
            for (; seen < answers.size(); seen++) {
                state = model.next(
                        state, answers.get(seen).item(), answers.get(seen).correct());
            }
            if (random.nextDouble() < exploration) {
                int[] allowed = search.accepted(observation.last());
                return allowed[random.nextInt(allowed.length)];
            }
            return search.best(
                    new LearntPosition(state, observation.last(), observation.stepsLeft(), goal, startScore), depth);
        }
    }
}
