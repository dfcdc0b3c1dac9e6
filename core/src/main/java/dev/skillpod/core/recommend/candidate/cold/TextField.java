package dev.skillpod.core.recommend.candidate.cold;

import java.util.List;
import java.util.Map;

/**
 * One aspect of what contents say of themselves, such as the title or the teachers.
 *
 * @param name what it is, for reports
 * @param weight how much it counts in the joint similarity, in (0, 100]
 * @param leastDocuments terms of fewer known contents are left out, at least 1
 * @param terms how often each term occurs, one map per item of the log; empty where nothing is said
 */
public record TextField(String name, double weight, int leastDocuments, List<Map<String, Integer>> terms) {
    public TextField {
        if (!(weight > 0 && weight <= 100)) {
            throw new IllegalArgumentException("weight must be in (0, 100], was " + weight);
        }
        if (leastDocuments < 1) {
            throw new IllegalArgumentException("leastDocuments must be at least 1, was " + leastDocuments);
        }
        terms = List.copyOf(terms);
    }

    /** Returns whether the field says anything of an item. */
    boolean describes(int item) {
        return !terms.get(item).isEmpty();
    }
}
