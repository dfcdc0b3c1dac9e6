package dev.skillpod.core.path.practice;

import dev.skillpod.core.path.Observation;
import java.util.List;

/** What may be known of a learner who practises: goal, interactions so far, steps left. Holds no abilities. Immutable. */
public final class PracticeObservation implements Observation {
    private final PracticeDynamics dynamics;
    private final int[] goal;
    private final List<Interaction> warmUp;
    private final List<Interaction> answers;
    private final int last;
    private final int stepsLeft;

    /**
     * Makes an observation.
     *
     * @param dynamics used only to say which items are accepted and lead where
     * @param goal the items to be able to answer; copied
     * @param warmUp interactions before the episode, oldest first
     * @param answers interactions of the episode, oldest first
     * @param last the last item accepted, or {@link PracticeDynamics#NO_ITEM}
     * @param stepsLeft items still to be practised
     */
    public PracticeObservation(
            PracticeDynamics dynamics,
            int[] goal,
            List<Interaction> warmUp,
            List<Interaction> answers,
            int last,
            int stepsLeft) {
        this.dynamics = dynamics;
        this.goal = goal.clone();
        this.warmUp = List.copyOf(warmUp);
        this.answers = List.copyOf(answers);
        this.last = last;
        this.stepsLeft = stepsLeft;
    }

    @Override
    public int actions() {
        return dynamics.items();
    }

    @Override
    public boolean allows(int action) {
        return dynamics.accepts(last, action);
    }

    @Override
    public int stepsLeft() {
        return stepsLeft;
    }

    @Override
    public boolean needs(int action) {
        for (int item : goal) {
            if (item == action || dynamics.leadsTo(action, item)) {
                return !answeredLast(action);
            }
        }
        return false;
    }

    private boolean answeredLast(int item) {
        for (List<Interaction> part : List.of(answers, warmUp)) {
            for (Interaction interaction : part.reversed()) {
                if (interaction.item() == item) {
                    return interaction.correct();
                }
            }
        }
        return false;
    }

    /** Returns the items to be able to answer, ascending. */
    public int[] goal() {
        return goal.clone();
    }

    /** Returns the interactions before the episode, oldest first. */
    public List<Interaction> warmUp() {
        return warmUp;
    }

    /** Returns the interactions of the episode, oldest first. */
    public List<Interaction> answers() {
        return answers;
    }

    /** Returns the last item that was accepted, or {@link PracticeDynamics#NO_ITEM}. */
    public int last() {
        return last;
    }
}
