package dev.skillpod.core.path.practice;

/**
 * How abilities move when items are practised, and what is answered. There is one ability per item; states of many learners
 * may lie in one array. Immutable and thread-safe.
 */
public interface PracticeDynamics {
    /** Stands for the last item where none was accepted yet. */
    int NO_ITEM = -1;

    /** Returns the number of items, which are numbered from 0. */
    int items();

    /** Returns the items a learner can learn from after {@code last}, ascending; the array must not be changed. */
    int[] accepted(int last);

    /** Returns whether a learner can learn from the item when {@code last} was the last one accepted. */
    boolean accepts(int last, int item);

    /**
     * Returns what practising the item would add to the ability in it.
     *
     * @param states abilities, one learner after another
     * @param at where the learner's begin
     */
    double gain(double[] states, int at, int item);

    /**
     * Changes a learner's abilities as practising an accepted item does.
     *
     * @param states abilities, one learner after another
     * @param at where the learner's begin
     */
    void practise(double[] states, int at, int item);

    /** Returns whether a learner with these abilities answers the item correctly. */
    boolean answers(double[] states, int at, int item);

    /** Returns the least ability with which the item is answered correctly. */
    double required(int item);

    /** Returns the ability that no item's exceeds. */
    double highest();

    /** Returns every item once, those that lead to others first. */
    int[] order();

    /** Returns whether {@code item} leads to {@code later} by one or more prerequisites. */
    boolean leadsTo(int item, int later);

    /** Returns how many of the items a learner with these abilities answers correctly. */
    default int score(double[] states, int at, int[] goal) {
        int score = 0;
        for (int item : goal) {
            if (answers(states, at, item)) {
                score++;
            }
        }
        return score;
    }
}
