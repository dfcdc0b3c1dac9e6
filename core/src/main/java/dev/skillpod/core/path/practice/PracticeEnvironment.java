package dev.skillpod.core.path.practice;

import dev.skillpod.core.path.Environment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One learner who practises for a number of steps. The reward is the share of the goal's items that could not be answered at the
 * start and can be at the end (EduSim's E_T); nothing missing at the start is a reward of 0.
 */
public final class PracticeEnvironment implements Environment<PracticeObservation> {
    private final PracticeDynamics dynamics;
    private final double[] abilities;
    private final int[] goal;
    private final List<Interaction> warmUp;
    private final List<Interaction> answers = new ArrayList<>();
    private final int scoreAtStart;
    private int last;
    private int stepsLeft;

    /**
     * Starts an episode.
     *
     * @param steps items to be practised, at least 1
     */
    public PracticeEnvironment(PracticeDynamics dynamics, Learner learner, int steps) {
        if (steps < 1) {
            throw new IllegalArgumentException("steps must be at least 1, was " + steps);
        }
        this.dynamics = dynamics;
        this.abilities = learner.abilities();
        this.goal = learner.goal();
        this.warmUp = learner.warmUp();
        this.last = learner.last();
        this.stepsLeft = steps;
        this.scoreAtStart = dynamics.score(abilities, 0, goal);
    }

    @Override
    public PracticeObservation observe() {
        return new PracticeObservation(dynamics, goal, warmUp, answers, last, stepsLeft);
    }

    @Override
    public void act(int action) {
        if (stepsLeft == 0) {
            throw new IllegalStateException("no steps are left");
        }
        if (dynamics.accepts(last, action)) {
            dynamics.practise(abilities, 0, action);
            last = action;
        }
        answers.add(new Interaction(action, dynamics.answers(abilities, 0, action)));
        stepsLeft--;
    }

    /** Returns how the learner answers the goal's items in an exam now, from which nothing is learnt. */
    public List<Interaction> exam() {
        return Arrays.stream(goal)
                .mapToObj(item -> new Interaction(item, dynamics.answers(abilities, 0, item)))
                .toList();
    }

    @Override
    public double reward() {
        int missing = goal.length - scoreAtStart;
        return missing == 0 ? 0 : (double) (dynamics.score(abilities, 0, goal) - scoreAtStart) / missing;
    }
}
