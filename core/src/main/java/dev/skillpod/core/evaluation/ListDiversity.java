package dev.skillpod.core.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * How different the contents are within lists, and how evenly the catalogue is shown across them.
 *
 * @param distinctSkills mean number of different main skills in a list
 * @param distance mean cosine distance of the pairs of a list (Ziegler et al. 2005, intra-list similarity), in [0, 2]
 * @param coverage share of the catalogue that is in at least one list
 * @param gini Gini coefficient of how often each content is shown (Castells et al. 2015): 0 when all are shown alike, near 1
 *     when few take everything
 */
public record ListDiversity(double distinctSkills, double distance, double coverage, double gini) {
    /**
     * Measures lists.
     *
     * @param lists content indexes; empty lists count as lists without skills and pairs
     * @param mainSkill of each content, -1 for none, which is no skill
     * @param vectors of each content, of length 1
     */
    public static ListDiversity of(List<int[]> lists, int[] mainSkill, float[][] vectors) {
        var shown = new int[mainSkill.length];
        double skills = 0;
        double distance = 0;
        int withPairs = 0;
        for (int[] list : lists) {
            skills += Arrays.stream(list)
                    .map(c -> mainSkill[c])
                    .filter(s -> s >= 0)
                    .distinct()
                    .count();
            if (list.length > 1) {
                distance += distance(list, vectors);
                withPairs++;
            }
            for (int content : list) {
                shown[content]++;
            }
        }
        return new ListDiversity(
                skills / Math.max(1, lists.size()),
                distance / Math.max(1, withPairs),
                Arrays.stream(shown).filter(n -> n > 0).count() / (double) Math.max(1, shown.length),
                gini(shown));
    }

    private static double distance(int[] list, float[][] vectors) {
        double sum = 0;
        for (int i = 0; i < list.length; i++) {
            for (int j = 0; j < i; j++) {
                double cosine = 0;
                for (int d = 0; d < vectors[list[i]].length; d++) {
                    cosine += vectors[list[i]][d] * vectors[list[j]][d];
                }
                sum += 1 - cosine;
            }
        }
        return sum / (list.length * (list.length - 1) / 2.0);
    }

    /** Returns the Gini coefficient of counts, in [0, 1); 0 when all are 0. */
    static double gini(int[] counts) {
        int[] sorted = counts.clone();
        Arrays.sort(sorted);
        double weighted = 0;
        double sum = 0;
        for (int i = 0; i < sorted.length; i++) {
            weighted += (2.0 * (i + 1) - sorted.length - 1) * sorted[i];
            sum += sorted[i];
        }
        return sum == 0 ? 0 : weighted / (sorted.length * sum);
    }
}
