package dev.skillpod.app.runtime;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.RecommendationList;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.Recommender;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What two recommenders show the same learners: how much of the catalogue, and how much of the same.
 *
 * @param learners learners asked for
 * @param firstCoverage share of the catalogue's contents that stand in some list of the first
 * @param secondCoverage likewise of the second
 * @param overlap mean share of the first's list that the second shows too, of the learners whose list is not empty
 */
record ListComparison(int learners, double firstCoverage, double secondCoverage, double overlap) {
    /** The length of the lists. */
    static final int LENGTH = 10;

    static ListComparison of(
            Recommender first, Recommender second, Collection<RecommendationRequest> requests, int contents) {
        List<RecommendationRequest> asked = List.copyOf(requests);
        List<List<String>> one = lists(first, asked);
        List<List<String>> other = lists(second, asked);
        double shared = 0;
        int compared = 0;
        for (int i = 0; i < asked.size(); i++) {
            if (!one.get(i).isEmpty()) {
                shared += overlap(one.get(i), other.get(i));
                compared++;
            }
        }
        return new ListComparison(
                asked.size(),
                coverage(one, contents),
                coverage(other, contents),
                compared == 0 ? 1 : shared / compared);
    }

    /** Returns the request by which a learner is compared: everything stored, the longest list compared, no filter. */
    static RecommendationRequest request(LearnerHistory learner, Instant asOf) {
        return new RecommendationRequest(learner, List.of(), LENGTH, Set.of(), 0, false, asOf);
    }

    /** Returns the share of the first list that stands in the second. */
    static double overlap(List<String> first, List<String> second) {
        var there = new HashSet<>(second);
        return first.stream().filter(there::contains).count() / (double) first.size();
    }

    /** Returns the contents of a list, best first. */
    static List<String> contents(RecommendationList list) {
        return list.items().stream().map(item -> item.content().id()).toList();
    }

    private static List<List<String>> lists(Recommender recommender, List<RecommendationRequest> requests) {
        return IntStream.range(0, requests.size())
                .parallel()
                .mapToObj(i -> contents(recommender.recommend(requests.get(i))))
                .toList();
    }

    private static double coverage(List<List<String>> lists, int contents) {
        long shown = lists.stream().flatMap(List::stream).distinct().count();
        return contents == 0 ? 0 : shown / (double) contents;
    }
}
