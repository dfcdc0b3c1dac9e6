package dev.skillpod.core.path.practice;

/**
 * A world small enough to enumerate: items in a chain, each the prerequisite of the next. Practising adds half of what is missing to 2, a tenth of
 * that while the item before is below 1; 1 is needed for a correct answer; the last item and its neighbours are accepted.
 */
public final class ChainDynamics implements PracticeDynamics {
    private final int items;
    private final int[][] accepted;

    public ChainDynamics(int items) {
        this.items = items;
        accepted = new int[items + 1][];
        for (int last = 0; last < items; last++) {
            int from = Math.max(0, last - 1);
            int to = Math.min(items - 1, last + 1);
            accepted[last] = java.util.stream.IntStream.rangeClosed(from, to).toArray();
        }
        accepted[items] = java.util.stream.IntStream.range(0, items).toArray();
    }

    @Override
    public int items() {
        return items;
    }

    @Override
    public int[] accepted(int last) {
        return accepted[last == NO_ITEM ? items : last];
    }

    @Override
    public boolean accepts(int last, int item) {
        return last == NO_ITEM || Math.abs(last - item) <= 1;
    }

    @Override
    public double gain(double[] states, int at, int item) {
        double gain = 0.5 * (2 - states[at + item]);
        return item > 0 && states[at + item - 1] < 1 ? gain / 10 : gain;
    }

    @Override
    public void practise(double[] states, int at, int item) {
        states[at + item] += gain(states, at, item);
    }

    @Override
    public boolean answers(double[] states, int at, int item) {
        return states[at + item] >= 1;
    }

    @Override
    public double required(int item) {
        return 1;
    }

    @Override
    public double highest() {
        return 2;
    }

    @Override
    public int[] order() {
        return java.util.stream.IntStream.range(0, items).toArray();
    }

    @Override
    public boolean leadsTo(int item, int later) {
        return item < later;
    }
}
