package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What each item of a history says about each new content, in several ways: one matrix per way, items of the log by new
 * contents. A user's evidence is the sum over the history, scaled for each way to mean 0 and deviation 1 over the new
 * contents, so that long and short histories compare. Immutable and thread-safe.
 */
public final class ColdEvidence {
    /** The ways that do not depend on the fields: joint similarity, maps, and the user's own regression on texts. */
    private static final List<String> JOINT =
            List.of("text", "text-to-ease", "text-to-ease-weak", "text-to-knn", "own-ridge");

    private static final String POPULARITY = "expected-popularity";

    private final List<String> names;
    private final List<DenseMatrix> ways;
    private final int[] rowOfItem;
    private final int newCount;
    private final float[] expectedPopularity;

    private ColdEvidence(
            List<String> names, List<DenseMatrix> ways, int[] rowOfItem, int newCount, float[] expectedPopularity) {
        this.names = names;
        this.ways = ways;
        this.rowOfItem = rowOfItem;
        this.newCount = newCount;
        this.expectedPopularity = expectedPopularity;
    }

    /**
     * Gathers the evidence.
     *
     * @param gram co-occurrences, in which no column of a new content is read
     * @param fields what items say of themselves
     * @param newItems the new contents
     * @param others all other items that may be read
     */
    static ColdEvidence of(
            float[] gram,
            List<TextField> fields,
            int[] newItems,
            int[] others,
            ColdStartConfig config,
            ParallelLoop loop) {
        int all = fields.getFirst().terms().size();
        var rowOfItem = new int[all];
        Arrays.fill(rowOfItem, -1);
        for (int row = 0; row < others.length; row++) {
            rowOfItem[others[row]] = row;
        }
        int[] described = IntStream.range(0, others.length)
                .filter(row -> fields.stream().anyMatch(field -> field.describes(others[row])))
                .toArray();
        int[] describedItems = IntStream.of(described).map(row -> others[row]).toArray();
        TextKernel kernel = TextKernel.of(fields, describedItems, newItems, loop);
        ItemColumns columns = ItemColumns.of(gram, all, others, config, loop);
        TextMap strong = TextMap.fit(kernel, config.strongMap(), loop);
        TextMap weak = TextMap.fit(kernel, config.weakMap(), loop);

        var names = new ArrayList<>(JOINT);
        var ways = new ArrayList<DenseMatrix>();
        ways.add(spread(kernel.joint(), described, others.length));
        ways.add(strong.columns(columns.ease(), columns.stride(), others.length, described, loop));
        ways.add(weak.columns(columns.ease(), columns.stride(), others.length, described, loop));
        ways.add(weak.columns(columns.cosine(), columns.stride(), others.length, described, loop));
        ways.add(spread(strong.shares(), described, others.length));
        for (int f = 0; f < fields.size(); f++) {
            names.add("text-" + fields.get(f).name());
            ways.add(spread(kernel.fields().get(f), described, others.length));
        }
        names.add(POPULARITY);
        double[] popularity = IntStream.of(described)
                .mapToDouble(row -> Math.log1p(columns.counts()[row]))
                .toArray();
        return new ColdEvidence(
                List.copyOf(names), List.copyOf(ways), rowOfItem, newItems.length, strong.values(popularity));
    }

    /** Returns the names of the ways, in order. */
    public List<String> names() {
        return names;
    }

    /** Returns the number of new contents. */
    public int newCount() {
        return newCount;
    }

    /** Returns how popular each new content should become by its text: log users, from the mean of the known ones. */
    public float[] expectedPopularity() {
        return expectedPopularity.clone();
    }

    /**
     * Returns a user's evidence.
     *
     * @param history items; those that are new or not of the log's known part say nothing
     * @return one row per way, each with a value per new content; 0 where a way says the same of all
     */
    public float[][] of(int[] history) {
        var evidence = new float[names.size()][newCount];
        evidence[ways.size()] = expectedPopularity.clone();
        for (int way = 0; way < ways.size(); way++) {
            for (int item : history) {
                if (rowOfItem[item] >= 0) {
                    ways.get(way).addRow(rowOfItem[item], 1, evidence[way]);
                }
            }
        }
        for (float[] way : evidence) {
            standardise(way);
        }
        return evidence;
    }

    private static void standardise(float[] values) {
        double mean = 0;
        for (float value : values) {
            mean += value;
        }
        mean /= values.length;
        double square = 0;
        for (float value : values) {
            square += (value - mean) * (value - mean);
        }
        double deviation = Math.sqrt(square / values.length);
        for (int i = 0; i < values.length; i++) {
            values[i] = deviation > 1e-9 ? (float) ((values[i] - mean) / deviation) : 0;
        }
    }

    private static DenseMatrix spread(DenseMatrix rows, int[] to, int count) {
        DenseMatrix spread = DenseMatrix.zeros(count, rows.columns());
        for (int row = 0; row < to.length; row++) {
            System.arraycopy(
                    rows.values(), row * rows.columns(), spread.values(), to[row] * rows.columns(), rows.columns());
        }
        return spread;
    }
}
