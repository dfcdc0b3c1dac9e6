package dev.skillpod.core.recommend.log.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.LogRecommender;
import dev.skillpod.core.recommend.log.Logs;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodFittingTest {
    private static final InteractionLog BOARD = Logs.checkerboard(100, 40, false);
    private static final InteractionLog RING = Logs.ring(200, 30, 6);

    @ParameterizedTest
    @EnumSource(
            value = LogMethod.class,
            names = {"BEST", "ALS", "ITEMKNN", "EASE", "USERKNN"})
    void fillTheCheckerboardInItsOwnColour(LogMethod method) {
        Fitted fitted =
                new MethodFitting(BOARD, RankingTask.ALL_ITEMS, Optional.empty(), TrainingRun.of(7, 2)).fit(method);
        var recommender = new LogRecommender(BOARD, fitted.scorer());
        for (int user = 0; user < BOARD.users(); user++) {
            int parity = user % 2;
            // 20 items of the colour and at most 16 of them taken, whatever the seed: the first 3 must be of the
            // colour.
            int open = Math.min(3, 20 - BOARD.length(user));
            assertThat(recommender.top(user, 40).subList(0, open))
                    .allMatch(hit -> hit.index() % 2 == parity, "method " + method + ", user " + user);
        }
    }

    @Test
    void theBlendIsAtLeastAsGoodInValidationAsItsBestPartAndUsesOrder() {
        Fitted fitted = new MethodFitting(RING, RankingTask.ALL_ITEMS, Optional.empty(), TrainingRun.of(7, 2))
                .fit(LogMethod.BEST);
        List<Double> alone = fitted.notes().stream()
                .filter(note -> note.contains("validation NDCG@10") && !note.startsWith("blend"))
                .map(MethodFittingTest::measured)
                .toList();
        double blend = fitted.notes().stream()
                .filter(note -> note.startsWith("blend"))
                .mapToDouble(MethodFittingTest::measured)
                .findFirst()
                .orElseThrow();
        assertThat(alone).hasSize(7).allMatch(value -> value <= blend + 1e-4);
        // Nine steps of ten go on along the ring; the history has five items or so.
        assertThat(blend).isGreaterThan(0.6);
    }

    @Test
    void plainFitsTakeHistoriesAsSets() {
        int[] history = RING.history(0);
        var reversed = new int[history.length];
        for (int i = 0; i < history.length; i++) {
            reversed[i] = history[history.length - 1 - i];
        }
        var fitting = new MethodFitting(RING, RankingTask.ALL_ITEMS, Optional.empty(), TrainingRun.of(7, 2));
        Fitted fitted = fitting.plain(true).fit(LogMethod.BEST);
        assertThat(scores(fitted, reversed)).containsExactly(scores(fitted, history), within(1e-4f));
        // Were the order not to matter either way, the check above could not fail.
        Fitted ordered = fitting.fit(LogMethod.BEST);
        assertThat(scores(ordered, reversed)).isNotEqualTo(scores(ordered, history));
        assertThat(fitted.notes()).noneMatch(note -> note.startsWith("markov") || note.startsWith("sequence"));
    }

    private static float[] scores(Fitted fitted, int[] history) {
        var scores = new float[30];
        fitted.scorer().scoreAll(history, scores);
        return scores;
    }

    private static double measured(String note) {
        return Double.parseDouble(note.substring(note.lastIndexOf(' ') + 1));
    }

    @Test
    void sameSeedSameScoresOnOneAndTwoThreads() {
        for (RankingTask task : RankingTask.values()) {
            Fitted one = new MethodFitting(RING, task, Optional.empty(), TrainingRun.of(7, 1)).fit(LogMethod.BEST);
            Fitted two = new MethodFitting(RING, task, Optional.empty(), TrainingRun.of(7, 2)).fit(LogMethod.BEST);
            assertThat(two.notes()).isEqualTo(one.notes());
            var oneScores = new float[30];
            var twoScores = new float[30];
            one.scorer().scoreAll(RING.history(0), oneScores);
            two.scorer().scoreAll(RING.history(0), twoScores);
            assertThat(twoScores).isEqualTo(oneScores);
        }
    }

    @Test
    void aLogTooSmallToChooseByGetsPopularity() {
        InteractionLog log = Logs.of(new int[] {0, 1}, new int[] {1});
        Fitted fitted = new MethodFitting(log, RankingTask.ALL_ITEMS, Optional.empty(), TrainingRun.of(7, 1))
                .fit(LogMethod.BEST);
        var scores = new float[2];
        fitted.scorer().scoreAll(new int[] {0}, scores);
        assertThat(scores).containsExactly(1, 2);
        assertThat(fitted.notes()).singleElement().asString().startsWith("popular: only 1 users");
    }

    @Test
    void holdsOutTheLastItemAndRanksItAmongTheUnseen() {
        InteractionLog log = Logs.of(new int[] {0, 1, 2}, new int[] {3}, new int[] {2, 0});
        Validation validation = Validation.of(log, 10, RankingTask.ALL_ITEMS, TrainingRun.of(1, 1));
        assertThat(validation.size()).isEqualTo(2);
        assertThat(validation.target(0)).isEqualTo(2);
        assertThat(validation.training().history(0)).containsExactly(0, 1);
        assertThat(validation.training().history(1)).containsExactly(3);
        // Item 3 ties with the target 2, which comes first; 0 and 1 are in the history.
        assertThat(validation.rank(new float[] {9, 9, 5, 5}, 0)).isZero();
        assertThat(validation.rank(new float[] {9, 9, 5, 6}, 0)).isEqualTo(1);
    }
}
