package dev.skillpod.core.trend.ensemble;

/**
 * One forecast out of many: halfway between the weighted mean and the weighted median of the methods, step by step. The mean uses
 * all of them, the median does not mind one that runs away. Methods that stood aside (NaN) have no weight.
 *
 * @param mean the forecast of each step
 * @param disagreement weighted standard deviation of the methods around it, at least 0
 */
record Combination(double[] mean, double[] disagreement) {
    /** How many typical errors a method may lie away from the median before it is held there. */
    private static final double FARTHEST = 10;

    /**
     * Combines.
     *
     * @param methods by method and step
     * @param weights one per method, at least 0, with a positive sum
     * @param typical a typical error of each step, at least 0
     */
    static Combination of(double[][] methods, double[] weights, double[] typical) {
        int horizon = typical.length;
        double[] mean = new double[horizon];
        double[] disagreement = new double[horizon];
        int[] order = new int[methods.length];
        for (int h = 0; h < horizon; h++) {
            int known = sort(methods, h, order);
            double sum = 0;
            for (int i = 0; i < known; i++) {
                sum += weights[order[i]];
            }
            double median = median(methods, weights, h, order, sum);
            double reach = FARTHEST * typical[h];
            double average = 0;
            for (int i = 0; i < known; i++) {
                double held = Math.clamp(methods[order[i]][h], median - reach, median + reach);
                average += weights[order[i]] / sum * held;
            }
            mean[h] = average / 2 + median / 2;
            double squares = 0;
            for (int i = 0; i < known; i++) {
                double held = Math.clamp(methods[order[i]][h], median - reach, median + reach);
                squares += weights[order[i]] / sum * (held - mean[h]) * (held - mean[h]);
            }
            disagreement[h] = Math.sqrt(squares);
        }
        return new Combination(mean, disagreement);
    }

    /** Puts the methods that answered in the order of what they say and returns how many there are. */
    private static int sort(double[][] methods, int h, int[] order) {
        int known = 0;
        for (int k = 0; k < methods.length; k++) {
            double value = methods[k][h];
            if (Double.isNaN(value)) {
                continue;
            }
            int hole = known++;
            while (hole > 0 && methods[order[hole - 1]][h] > value) {
                order[hole] = order[hole - 1];
                hole--;
            }
            order[hole] = k;
        }
        return known;
    }

    private static double median(double[][] methods, double[] weights, int h, int[] order, double sum) {
        double below = 0;
        int i = 0;
        while ((below += weights[order[i]]) < sum / 2) {
            i++;
        }
        return methods[order[i]][h];
    }
}
