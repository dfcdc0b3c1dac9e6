package dev.skillpod.core.tracing;

import java.util.Random;

/** Learners whose ways of answering are known. */
public final class SimulatedLearners {
    private SimulatedLearners() {}

    /**
     * Returns a checkerboard: even learners know even skills and miss odd ones, odd learners the other way round; answers are as
     * they should be nine times out of ten. Items i asks for skill i % skills.
     */
    public static ResponseLog checkerboard(int learners, int answers, int items, int skills, long seed) {
        var random = new Random(seed);
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < learners; learner++) {
            for (int t = 0; t < answers; t++) {
                int item = random.nextInt(items);
                boolean knows = (item % skills) % 2 == learner % 2;
                builder.add(learner, Question.of(item, item % skills), knows == random.nextInt(10) > 0);
            }
        }
        return builder.build("synthetic");
    }

    /** Returns a Rasch world of one skill: abilities and easiness as given, each learner answers random items. */
    public static ResponseLog rasch(double[] abilities, double[] easiness, int answers, long seed) {
        var random = new Random(seed);
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < abilities.length; learner++) {
            for (int t = 0; t < answers; t++) {
                int item = random.nextInt(easiness.length);
                double p = 1 / (1 + Math.exp(-abilities[learner] - easiness[item]));
                builder.add(learner, Question.of(item, 0), random.nextDouble() < p);
            }
        }
        return builder.build("synthetic");
    }
}
