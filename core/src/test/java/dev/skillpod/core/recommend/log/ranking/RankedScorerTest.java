package dev.skillpod.core.recommend.log.ranking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import dev.skillpod.core.recommend.log.Logs;
import dev.skillpod.core.recommend.log.PopularityScorer;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The second stage with trees written by hand: one question to one column. */
class RankedScorerTest {
    /** Items 0 to 199; the one numbered i is taken by ten users in the i-th hour and never again. */
    private static final InteractionLog DRIFT = drift();

    private static final HistoryScorer POPULARITY = PopularityScorer.of(DRIFT, Double.POSITIVE_INFINITY);
    private static final RankingRows ROWS = new RankingRows(LogStatistics.of(DRIFT), List.of("popular"));

    private static InteractionLog drift() {
        var builder = new InteractionLogBuilder();
        for (int item = 0; item < 200; item++) {
            for (int user = 0; user < 10; user++) {
                builder.add(item / 4 * 10 + user, item, 3600L * (item + 1) + user);
            }
        }
        return builder.build(true);
    }

    @Test
    void whatDidNotExistYetComesBehindWhatDid() {
        // Leaf 0 for "the first events are not before the end of the history".
        TreeEnsemble trees = stump(ROWS.names(), "since_first", 0);
        var scorer = new RankedScorer(List.of(POPULARITY), new double[] {1}, ROWS, trees);
        var scores = new float[200];
        scorer.scoreAll(new int[] {28, 29}, 3600L * 30 + 5, scores);
        // All items are as popular, so the list holds the first 60 outside the history: 0 to 61.
        assertThat(scores[5]).isGreaterThan(scores[31]);
        assertThat(scores[27]).isGreaterThan(scores[55]);
        assertThat(scores[55]).isGreaterThan(scores[150]);
        scorer.scoreAll(new int[] {28, 29}, 3600L * 300, scores);
        assertThat(scores[55]).isEqualTo(scores[5]);
    }

    @Test
    void everyQueryHasItsHeldOutItemAsTheOneRelevantRow() {
        var heldOut = new ArrayList<HeldOutItem>();
        for (int target : new int[] {10, 40, 190}) {
            heldOut.add(new HeldOutItem(new int[] {0, 1}, 3600L * 3, target));
        }
        var seen = new ArrayList<TreeTable>();
        TreeTrainer trainer = (train, stop, config) -> {
            seen.add(train);
            return stumpText(train.featureNames(), "popularity", -100);
        };
        for (int threads = 1; threads <= 2; threads++) {
            try (var loop = new ParallelLoop(threads)) {
                Optional<TreeEnsemble> trees = new RankingTraining(trainer, TrainingRun.of(3, threads))
                        .fit(List.of(POPULARITY), new double[] {1}, ROWS, heldOut, heldOut, loop);
                assertThat(trees).isPresent();
            }
        }
        // Item 190 is not on the list, so its user teaches nothing.
        assertThat(seen.getFirst().groupSizes()).containsExactly(60, 60);
        float[] labels = seen.getFirst().labels();
        assertThat(IntStream.range(0, labels.length).filter(i -> labels[i] == 1))
                .containsExactly(8, 60 + 38);
        assertThat(seen.get(1).features()).isEqualTo(seen.getFirst().features());
    }

    @Test
    void theTimelineOrdersItemsByWhoComesBeforeWhom() {
        InteractionLog ring =
                Logs.of(new int[] {4, 2, 0}, new int[] {2, 0, 3}, new int[] {0, 3, 1}, new int[] {4, 2, 3});
        ItemTimeline timeline = ItemTimeline.of(PairCounts.of(ring).next());
        assertThat(IntStream.of(4, 2, 0, 3, 1).mapToDouble(timeline::place).toArray())
                .isSorted();
    }

    @Test
    void columnsOfTimeSayNothingWhereThereIsNoOrder() {
        InteractionLog set = Logs.checkerboard(60, 20, false);
        var rows = new RankingRows(LogStatistics.of(set), List.of("popular"));
        var lists = new Shortlist.Maker(List.of(PopularityScorer.of(set, Double.POSITIVE_INFINITY)), new double[] {1});
        int[] history = set.history(0);
        double[] written = rows.of(lists.of(history, InteractionLog.NO_TIME), history, InteractionLog.NO_TIME);
        int width = rows.names().size();
        for (String name : List.of("since_first", "window_small", "place_from_newest", "next_of_last", "order_last")) {
            assertThat(written[rows.names().indexOf(name)]).as(name).isNaN();
        }
        assertThat(written[rows.names().indexOf("cosine_max_10")]).isPositive();
        assertThat(written.length).isEqualTo(width * (20 - history.length));
    }

    @Test
    void treesOfOtherColumnsAreRefused() {
        TreeEnsemble trees = stump(List.of("x", "y"), "y", 0);
        assertThatThrownBy(() -> new RankedScorer(List.of(POPULARITY), new double[] {1}, ROWS, trees))
                .hasMessageStartingWith("the trees must know the columns [popular, ");
    }

    private static TreeEnsemble stump(List<String> names, String column, double threshold) {
        return TreeEnsemble.parse(stumpText(names, column, threshold));
    }

    /** One tree in LightGBM's format: 0 where the column is at most the threshold, else 1. */
    private static String stumpText(List<String> names, String column, double threshold) {
        String tree = String.join(
                "\n",
                "num_leaves=2",
                "num_cat=0",
                "split_feature=" + names.indexOf(column),
                "split_gain=1",
                "threshold=" + threshold,
                "decision_type=2",
                "left_child=-1",
                "right_child=-2",
                "leaf_value=0 1",
                "leaf_count=10 10",
                "internal_count=20",
                "is_linear=0",
                "shrinkage=1",
                "\n");
        String section = "Tree=0\n" + tree;
        return String.join(
                        "\n",
                        Arrays.asList(
                                "tree",
                                "version=v4",
                                "num_class=1",
                                "num_tree_per_iteration=1",
                                "label_index=0",
                                "max_feature_idx=" + (names.size() - 1),
                                "objective=lambdarank",
                                "feature_names=" + String.join(" ", names),
                                "feature_infos=" + String.join(" ", Collections.nCopies(names.size(), "[-1:1]")),
                                "tree_sizes=" + section.length(),
                                "",
                                ""))
                + section
                + "end of trees\n";
    }
}
