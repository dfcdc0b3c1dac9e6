package dev.skillpod.core.path.value;

import dev.skillpod.core.math.MultilayerPerceptron;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.belief.BeliefFeatures;
import dev.skillpod.core.path.belief.BeliefSearch;
import dev.skillpod.core.path.belief.ParticleBelief;
import dev.skillpod.core.path.belief.SearchConfig;
import dev.skillpod.core.path.belief.StatePrior;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.PracticeDynamics;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Trains the network of a {@link ValueNetwork} by letting it teach simulated learners (TD(lambda) by self-play; Tesauro 1995, "Temporal Difference Learning
 * and TD-Gammon").
 *
 * <p>Each episode starts from the warm-up interactions of a training learner. A belief is made of them, one of its particles becomes the
 * simulated learner's true state, and a one-step search acts, now and then at random. Going back from the end, a position is worth a mixture
 * of what came after it and what the search saw in it; after a random action only the latter. The end itself is valued by the whole belief, which
 * has less noise than the one true state. Positions with one step left are not learnt: the search tries their actions out.
 *
 * <p>Goals are those of the learners in a third of the episodes and random sets otherwise, horizons mostly 10 and 20 and at times
 * anything from 3 to 20. One thread: the same seed gives the same network on the same machine.
 */
public final class ValueTrainer {
    private static final int SHORT = 10;
    private static final int LONG = 20;
    private static final int SMALLEST_GOAL = 3;
    private static final double LAST_EXPLORATION = 0.2;
    private static final double LAST_RATE = 0.05;

    private final PracticeDynamics dynamics;
    private final StatePrior prior;
    private final ValueConfig config;

    /** Makes a trainer for a world. */
    public ValueTrainer(PracticeDynamics dynamics, StatePrior prior, ValueConfig config) {
        this.dynamics = dynamics;
        this.prior = prior;
        this.config = config;
    }

    /**
     * Trains.
     *
     * @param starts observations of training learners at the start of an episode, at least one; they hold no abilities
     * @param run seed and progress; streams {@code path.value.weights}, {@code .play} and {@code .batches}
     */
    public MultilayerPerceptron fit(List<PracticeObservation> starts, TrainingRun run) {
        var features = new BeliefFeatures(dynamics, config.looked());
        int[] sizes = {features.length(), config.firstLayer(), config.secondLayer(), 1};
        MultilayerPerceptron network = MultilayerPerceptron.random(sizes, run.random("path.value.weights"));
        var value = new ValueNetwork(features, List.of(network));
        var positions = new Positions(network, config.memory());
        RandomGenerator play = run.random("path.value.play");
        RandomGenerator batches = run.random("path.value.batches");
        var search = new BeliefSearch(
                dynamics, value, new SearchConfig(Math.max(8, config.particles() / 2), 1, 1, dynamics.items(), 1));
        for (int round = 0; round < config.rounds(); round++) {
            run.progress().report("training the value of positions", round, config.rounds());
            double gone = round / (double) config.rounds();
            double exploration = config.exploration() * (1 - (1 - LAST_EXPLORATION) * gone);
            int added = 0;
            for (int episode = 0; episode < config.episodes(); episode++) {
                PracticeObservation start = starts.get(play.nextInt(starts.size()));
                int[] goal = play.nextInt(3) == 0 ? start.goal() : randomGoal(play);
                added += play(start, goal, steps(play), features, search, exploration, positions, play);
            }
            double rate = config.rate() * (1 - (1 - LAST_RATE) * gone);
            for (int step = 0; step < (int) (added * config.reuse() / config.batch()); step++) {
                positions.learn(config.batch(), rate, batches);
            }
        }
        run.progress().report("training the value of positions", config.rounds(), config.rounds());
        return network;
    }

    private static int steps(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> 3 + random.nextInt(LONG - 2);
            case 1 -> SHORT;
            default -> LONG;
        };
    }

    private int[] randomGoal(RandomGenerator random) {
        int items = dynamics.items();
        int least = Math.min(SMALLEST_GOAL, items);
        int size = least + random.nextInt(items - least + 1);
        var all = new int[items];
        Arrays.setAll(all, i -> i);
        for (int i = 0; i < size; i++) {
            int j = i + random.nextInt(items - i);
            int swapped = all[i];
            all[i] = all[j];
            all[j] = swapped;
        }
        int[] goal = Arrays.copyOf(all, size);
        Arrays.sort(goal);
        return goal;
    }

    /** Plays one episode and keeps its positions; returns how many. */
    private int play(
            PracticeObservation start,
            int[] goal,
            int steps,
            BeliefFeatures features,
            BeliefSearch search,
            double exploration,
            Positions positions,
            RandomGenerator random) {
        var belief =
                new ParticleBelief(dynamics, prior, goal, start.warmUp(), start.last(), config.particles(), random);
        int stride = belief.particles().length / config.particles();
        int drawn = random.nextInt(belief.size());
        double[] truth = Arrays.copyOfRange(belief.particles(), drawn * stride, (drawn + 1) * stride);
        int length = features.length();
        var rows = new float[steps * length];
        var seen = new double[steps];
        var explored = new boolean[steps];
        for (int step = 0; step < steps; step++) {
            int left = steps - step;
            features.write(belief.particles(), 0, belief.size(), goal, belief.last(), left, rows, step * length);
            int best = search.best(belief, left);
            seen[step] = search.value();
            int action = best;
            if (random.nextDouble() < exploration) {
                int[] accepted = dynamics.accepted(belief.last());
                action = accepted[random.nextInt(accepted.length)];
                explored[step] = action != best;
            }
            dynamics.practise(truth, 0, action);
            belief.observe(new Interaction(action, dynamics.answers(truth, 0, action)));
        }
        double worth = belief.expectedReward();
        for (int step = steps - 1; step >= 0; step--) {
            boolean cut = explored[step] || step == steps - 1;
            worth = cut ? seen[step] : config.trace() * worth + (1 - config.trace()) * seen[step];
            if (step < steps - 1) {
                positions.add(rows, step * length, worth);
            }
        }
        return steps - 1;
    }
}
