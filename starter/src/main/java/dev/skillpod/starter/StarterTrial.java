package dev.skillpod.starter;

import dev.skillpod.core.activity.Assessment;
import java.util.random.RandomGenerator;

/**
 * A list as the logging policy would draw it at the end of the log, what the learner would make of it, and what was to be
 * expected: the material for testing off-policy estimates against a known answer.
 *
 * @param contents content indexes, top position first
 * @param propensities of each at its place, given those above it
 * @param finished whether the learner finishes each
 */
public record StarterTrial(int[] contents, double[] propensities, boolean[] finished) {
    /** Draws a list and its outcome; contents are answered one at a time and independently, as in the log. */
    static StarterTrial draw(World world, LearnerSimulation.Life life, RandomGenerator random) {
        var policy = new LoggingPolicy(
                world.arrays(),
                world.market(),
                world.roleNames(),
                life.history().profile());
        for (Assessment assessment : life.history().assessments()) {
            policy.assessed(
                    world.arrays().catalog.skillIndex(assessment.skillId()).orElseThrow(), assessment.score());
        }
        LoggingPolicy.Slate slate = policy.draw(life.state(), world.config().listLength(), random);
        var finished = new boolean[slate.contents().length];
        for (int k = 0; k < finished.length; k++) {
            finished[k] = random.nextDouble() < finish(world, life, slate.contents()[k], k + 1);
        }
        return new StarterTrial(slate.contents(), slate.propensities(), finished);
    }

    /** Returns the probability that the learner looks at a position, and finishes the content there. */
    static double finish(World world, LearnerSimulation.Life life, int content, int position) {
        return EngagementModel.examination(position)
                * world.engagement().completionWhenShownFirst(life.traits(), life.state(), content);
    }
}
