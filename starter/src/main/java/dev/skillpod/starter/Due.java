package dev.skillpod.starter;

/**
 * Something that will happen to a learner.
 *
 * @param time the second at which it is due
 * @param order breaks ties: what was planned first happens first
 * @param action what happens then
 */
record Due(long time, int order, Action action) implements Comparable<Due> {
    @Override
    public int compareTo(Due other) {
        int byTime = Long.compare(time, other.time);
        return byTime != 0 ? byTime : Integer.compare(order, other.order);
    }

    /** What happens at a time. */
    @FunctionalInterface
    interface Action {
        void at(long time);
    }
}
