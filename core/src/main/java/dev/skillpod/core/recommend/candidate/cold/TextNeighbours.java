package dev.skillpod.core.recommend.candidate.cold;

import dev.skillpod.core.math.ParallelLoop;
import java.util.Arrays;
import java.util.List;

/**
 * The plain baseline: a new content scores the sum of its TF-IDF cosines to the contents of the history. Immutable and
 * thread-safe.
 */
public final class TextNeighbours {
    private final DenseMatrix cosines;
    private final int[] rowOfItem;

    private TextNeighbours(DenseMatrix cosines, int[] rowOfItem) {
        this.cosines = cosines;
        this.rowOfItem = rowOfItem;
    }

    /**
     * Compares texts.
     *
     * @param field what items say of themselves
     * @param knownItems the items a history may hold; those without a text say nothing
     * @param newItems the contents to rank
     * @param threads worker threads, in [1, 256]
     */
    public static TextNeighbours of(TextField field, int[] knownItems, int[] newItems, int threads) {
        var rowOfItem = new int[field.terms().size()];
        Arrays.fill(rowOfItem, -1);
        int[] described = Arrays.stream(knownItems).filter(field::describes).toArray();
        for (int row = 0; row < described.length; row++) {
            rowOfItem[described[row]] = row;
        }
        try (var loop = new ParallelLoop(threads)) {
            return new TextNeighbours(
                    TextKernel.of(List.of(field), described, newItems, loop).joint(), rowOfItem);
        }
    }

    /** Returns the score of each new content, in the order given; 0 for all when no item of the history has a text. */
    public float[] scores(int[] history) {
        var scores = new float[cosines.columns()];
        for (int item : history) {
            if (rowOfItem[item] >= 0) {
                cosines.addRow(rowOfItem[item], 1, scores);
            }
        }
        return scores;
    }
}
