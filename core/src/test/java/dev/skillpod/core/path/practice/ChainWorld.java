package dev.skillpod.core.path.practice;

import dev.skillpod.core.path.belief.StatePrior;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/** Learners of {@link ChainDynamics} with three items: abilities of -1, 0.1 or 0.8, equally often, and three random warm-up items. */
public final class ChainWorld {
    public static final ChainDynamics DYNAMICS = new ChainDynamics(3);
    private static final double[] VALUES = {-1, 0.1, 0.8};

    private ChainWorld() {}

    public static StatePrior prior() {
        var thirds = new double[] {1.0 / 3, 1.0 / 3, 1.0 / 3};
        return new StatePrior(new double[][] {VALUES, VALUES, VALUES}, new double[][] {thirds, thirds, thirds});
    }

    public static List<Learner> learners(int count, long seed) {
        RandomGenerator random = new SplittableRandom(seed);
        return IntStream.range(0, count).mapToObj(id -> learner(id, random)).toList();
    }

    private static Learner learner(int id, RandomGenerator random) {
        var abilities = new double[3];
        Arrays.setAll(abilities, i -> VALUES[random.nextInt(3)]);
        var warmUp = new ArrayList<Interaction>();
        int last = PracticeDynamics.NO_ITEM;
        for (int i = 0; i < 3; i++) {
            int item = random.nextInt(3);
            if (DYNAMICS.accepts(last, item)) {
                DYNAMICS.practise(abilities, 0, item);
                last = item;
            }
            warmUp.add(new Interaction(item, DYNAMICS.answers(abilities, 0, item)));
        }
        int[] goal = random.nextBoolean() ? new int[] {2} : new int[] {0, 1, 2};
        return new Learner(id, abilities, last, goal, warmUp);
    }

    /** Returns the observation at the start of an episode. */
    public static PracticeObservation start(Learner learner, int steps) {
        return new PracticeEnvironment(DYNAMICS, learner, steps).observe();
    }
}
