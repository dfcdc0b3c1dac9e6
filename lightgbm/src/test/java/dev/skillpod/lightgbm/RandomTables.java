package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeTable;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Made-up tables with a signal in them, missing values, many zeros, ties, and two categorical features. */
final class RandomTables {
    static final List<String> NAMES = List.of("dense", "sparse", "integer", "tiny", "few", "many", "noise", "shifted");
    static final Set<Integer> CATEGORICAL = Set.of(4, 5);
    static final int WIDTH = NAMES.size();

    private RandomTables() {}

    /** Rows in the order of {@link #NAMES}. */
    static double[] rows(RandomGenerator random, int count) {
        double[] rows = new double[count * WIDTH];
        for (int r = 0; r < count; r++) {
            int at = r * WIDTH;
            rows[at] = random.nextInt(10) == 0 ? Double.NaN : random.nextGaussian();
            rows[at + 1] = random.nextInt(3) == 0 ? random.nextGaussian() : random.nextInt(9) == 0 ? Double.NaN : 0.0;
            rows[at + 2] = random.nextInt(-5, 6);
            rows[at + 3] = random.nextInt(-2, 3) * (double) 1e-35f * random.nextInt(1, 3);
            rows[at + 4] = random.nextInt(8) == 0 ? Double.NaN : random.nextInt(4);
            rows[at + 5] = random.nextInt(20) == 0 ? -1 : random.nextInt(90);
            rows[at + 6] = random.nextDouble();
            rows[at + 7] = 100 + random.nextGaussian() * 1e-3;
        }
        return rows;
    }

    /** A noisy signal for each row, about in [-4, 4]. */
    static double[] signal(double[] rows, RandomGenerator random) {
        double[] signal = new double[rows.length / WIDTH];
        for (int r = 0; r < signal.length; r++) {
            int at = r * WIDTH;
            signal[r] = (Double.isNaN(rows[at]) ? 0.7 : rows[at])
                    + (rows[at + 1] == 0 ? 0.5 : -0.3)
                    + 0.1 * rows[at + 2] * Math.signum(rows[at + 3])
                    + (rows[at + 4] == 2 ? 1 : 0)
                    + ((int) rows[at + 5] % 3 == 0 ? 0.8 : -0.2)
                    + (rows[at + 7] > 100 ? 0.5 : 0)
                    + 0.3 * random.nextGaussian();
        }
        return signal;
    }

    static TreeTable regression(long seed, int count) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] rows = rows(random, count);
        double[] signal = signal(rows, random);
        float[] labels = new float[count];
        for (int r = 0; r < count; r++) {
            labels[r] = (float) signal[r];
        }
        return TreeTable.of(NAMES, rows, labels).withCategorical(CATEGORICAL);
    }

    static TreeTable binary(long seed, int count) {
        TreeTable table = regression(seed, count);
        float[] labels = new float[count];
        for (int r = 0; r < count; r++) {
            labels[r] = table.labels()[r] > 0.6 ? 1 : 0;
        }
        return TreeTable.of(NAMES, table.features(), labels).withCategorical(CATEGORICAL);
    }

    /** Groups of ten rows with grades 0 to 4. */
    static TreeTable ranking(long seed, int groups) {
        TreeTable table = regression(seed, groups * 10);
        float[] labels = new float[groups * 10];
        for (int r = 0; r < labels.length; r++) {
            labels[r] = Math.clamp(Math.round(table.labels()[r] + 1), 0, 4);
        }
        int[] sizes = new int[groups];
        Arrays.fill(sizes, 10);
        return TreeTable.of(NAMES, table.features(), labels)
                .withCategorical(CATEGORICAL)
                .withGroups(sizes);
    }
}
