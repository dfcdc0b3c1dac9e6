package dev.skillpod.core.path.kss;

import dev.skillpod.core.path.practice.PracticeDynamics;

/**
 * The formulas of KSS as released (version 1).
 *
 * <p>Practising item i adds half of what is missing to 5, times exp(-(what is missing to 5 in all prerequisites of i)); every
 * item j reachable from i gains the same times the walk weight of i and j, and abilities end at 5. An item is answered
 * correctly exactly when the ability is at least its difficulty less ln(2)/8.5. Reproduces the released code's final states to
 * 1e-9.
 */
public final class KssDynamics implements PracticeDynamics {
    private static final double GREATEST = 5;
    private static final double RATE = 0.5;
    private static final double SLACK = Math.log(2) / 8.5;
    private static final double[] DIFFICULTY = {0, 1, 2, 3, 3, 0, 3, 3, 4, 4};

    private final KssGraph graph = new KssGraph();
    private final double[] needed = new double[KssGraph.ITEMS];
    private final boolean[][] accepts = new boolean[KssGraph.ITEMS + 1][KssGraph.ITEMS];

    /** Makes the simulator. */
    public KssDynamics() {
        for (int i = 0; i < KssGraph.ITEMS; i++) {
            needed[i] = DIFFICULTY[i] - SLACK;
        }
        for (int last = 0; last <= KssGraph.ITEMS; last++) {
            for (int item : graph.accepted[last]) {
                accepts[last][item] = true;
            }
        }
    }

    @Override
    public int items() {
        return KssGraph.ITEMS;
    }

    @Override
    public int[] accepted(int last) {
        return graph.accepted[KssGraph.row(last)];
    }

    @Override
    public boolean accepts(int last, int item) {
        return accepts[KssGraph.row(last)][item];
    }

    @Override
    public double gain(double[] states, int at, int item) {
        double gain = RATE * (GREATEST - states[at + item]);
        int[] prerequisites = graph.prerequisites[item];
        if (prerequisites.length == 0) {
            return gain;
        }
        double missing = 0;
        for (int prerequisite : prerequisites) {
            missing += GREATEST - states[at + prerequisite];
        }
        return gain * Math.exp(-missing);
    }

    @Override
    public void practise(double[] states, int at, int item) {
        double gain = gain(states, at, item);
        int[] reachable = graph.reachable[item];
        double[] weights = graph.weights[item];
        for (int r = 0; r < reachable.length; r++) {
            int j = at + reachable[r];
            states[j] = Math.min(GREATEST, states[j] + gain * weights[r]);
        }
    }

    @Override
    public boolean answers(double[] states, int at, int item) {
        return states[at + item] >= needed[item];
    }

    @Override
    public double required(int item) {
        return needed[item];
    }

    @Override
    public double highest() {
        return GREATEST;
    }

    @Override
    public int[] order() {
        return graph.order.clone();
    }

    @Override
    public boolean leadsTo(int item, int later) {
        if (item == later) {
            return false;
        }
        for (int reached : graph.reachable[item]) {
            if (reached == later) {
                return true;
            }
        }
        return false;
    }
}
