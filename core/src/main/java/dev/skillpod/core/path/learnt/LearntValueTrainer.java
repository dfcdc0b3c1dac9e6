package dev.skillpod.core.path.learnt;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.path.practice.PracticeObservation;
import dev.skillpod.core.path.value.Positions;
import java.util.List;
import java.util.random.RandomGenerator;

/** Learns what positions inside an {@link AnswerModel} are worth by playing episodes in it, like {@code ValueTrainer} does in a belief. */
public final class LearntValueTrainer {
    private static final int[] HORIZONS = {5, 10, 20, 20};
    private static final int BATCH = 64;
    private static final double TRACE = 0.7;
    private static final int EPISODES = 64;

    private final AnswerModel model;
    private final int[][] accepted;
    private final MultilayerPerceptron network;
    private final Positions positions;

    /**
     * Starts with a random network.
     *
     * @param accepted the items that may be chosen, by last item; the last row is for none
     * @param hidden units of the two hidden layers
     */
    public LearntValueTrainer(AnswerModel model, int[][] accepted, int[] hidden, RandomGenerator random) {
        this.model = model;
        this.accepted = accepted;
        network =
                MultilayerPerceptron.random(new int[] {LearntFeatures.length(model), hidden[0], hidden[1], 1}, random);
        positions = new Positions(network, 100_000);
    }

    /** Returns the network, which changes with every {@link #fit}. */
    public MultilayerPerceptron network() {
        return network;
    }

    /**
     * Goes on fitting.
     *
     * @param starts observations at the start of episodes, at least one
     * @param rounds times that {@value #EPISODES} episodes are played and the network is fitted
     * @param firstRate step size at the start; falls to {@code lastRate} linearly
     */
    public void fit(
            List<PracticeObservation> starts,
            int rounds,
            double exploration,
            double firstRate,
            double lastRate,
            RandomGenerator random) {
        float[][] states =
                starts.stream().map(start -> model.state(start.warmUp())).toArray(float[][]::new);
        var search = new LearntSearch(model, network, accepted);
        for (int round = 0; round < rounds; round++) {
            int added = 0;
            for (int episode = 0; episode < EPISODES; episode++) {
                int s = random.nextInt(starts.size());
                int[] goal = starts.get(random.nextInt(starts.size())).goal();
                int steps = HORIZONS[random.nextInt(HORIZONS.length)];
                double startScore = model.score(states[s], goal);
                var start = new LearntPosition(states[s], starts.get(s).last(), steps, goal, startScore);
                added += play(start, search, exploration, random);
            }
            double rate = firstRate + (lastRate - firstRate) * round / rounds;
            for (int step = 0; step < added * 2 / BATCH; step++) {
                positions.learn(BATCH, rate, random);
            }
        }
    }

    private int play(LearntPosition start, LearntSearch search, double exploration, RandomGenerator random) {
        int steps = start.stepsLeft();
        int length = LearntFeatures.length(model);
        var rows = new float[steps * length];
        var seen = new double[steps];
        var explored = new boolean[steps];
        LearntPosition position = start;
        for (int step = 0; step < steps; step++) {
            LearntFeatures.write(model, position, rows, step * length);
            int action = search.best(position, 1);
            seen[step] = search.value();
            if (random.nextDouble() < exploration) {
                int[] allowed = search.accepted(position.last());
                int other = allowed[random.nextInt(allowed.length)];
                explored[step] = other != action;
                action = other;
            }
            boolean correct = random.nextDouble() < model.answer(position.state(), action);
            position = position.after(model, action, correct);
        }
        double worth = position.reward(model);
        for (int step = steps - 1; step >= 0; step--) {
            boolean cut = explored[step] || step == steps - 1;
            worth = cut ? seen[step] : TRACE * worth + (1 - TRACE) * seen[step];
            if (step < steps - 1) {
                positions.add(rows, step * length, worth);
            }
        }
        return steps - 1;
    }
}
