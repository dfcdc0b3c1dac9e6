package dev.skillpod.core.recommend.candidate.cold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Items 0 to 59 belong to three subjects by turns; users stay with one. Users of "red" also take "violet" (items 60 to 79),
 * which shares no term with it: only co-occurrence can tell.
 */
class ColdStartTrainerTest {
    private static final String[] SUBJECTS = {"red", "green", "blue"};
    private static final int ITEMS = 80;
    private static final int[] NEW = {3, 4, 5, 60, 61};
    private static final ColdStartConfig CONFIG = new ColdStartConfig(5, 2, 1, 0.3, 4, 100, 0.1);

    private final InteractionLog log = log();
    private final List<TextField> fields = List.of(new TextField(
            "subject",
            1,
            1,
            IntStream.range(0, ITEMS)
                    .mapToObj(item -> Map.of(subject(item), 1, "item" + item, 1))
                    .toList()));

    private static String subject(int item) {
        return item >= 60 ? "violet" : SUBJECTS[item % 3];
    }

    private static InteractionLog log() {
        var builder = new InteractionLogBuilder();
        var random = new SplittableRandom(5);
        for (int user = 0; user < 300; user++) {
            for (int i = 0; i < 8; i++) {
                builder.add(user, user % 3 + 3 * random.nextInt(20), InteractionLog.NO_TIME);
            }
            if (user % 3 == 0) {
                for (int i = 0; i < 4; i++) {
                    builder.add(user, 60 + random.nextInt(20), InteractionLog.NO_TIME);
                }
            }
        }
        return builder.build(true);
    }

    private ColdStartModel fit(int threads) {
        return new ColdStartTrainer(CONFIG).fit(log, fields, NEW, TrainingRun.of(1, threads));
    }

    @Test
    void prefersTheUsersSubject() {
        assertThat(fit(2).scores(new int[] {7, 10, 13}))
                .satisfies(scores -> assertThat(scores[1])
                        .isGreaterThan(scores[0])
                        .isGreaterThan(scores[2])
                        .isGreaterThan(scores[3]));
    }

    @Test
    void mapsWhatTheTextAloneCannotTell() {
        float[] scores = fit(2).scores(new int[] {0, 6, 9});

        assertThat(scores[3])
                .as("violet for users of red")
                .isGreaterThan(scores[1])
                .isGreaterThan(scores[2]);
        assertThat(TextNeighbours.of(fields.getFirst(), IntStream.range(6, 60).toArray(), NEW, 1)
                        .scores(new int[] {0, 6, 9})[3])
                .as("no shared term")
                .isZero();
    }

    @Test
    void newContentsInteractionsAreNotLookedAt() {
        var dropped = new boolean[log.entries()];
        for (int p = 0; p < dropped.length; p++) {
            int item = log.itemAt(p);
            dropped[p] = IntStream.of(NEW).anyMatch(n -> n == item);
        }
        ColdStartModel without =
                new ColdStartTrainer(CONFIG).fit(log.without(dropped), fields, NEW, TrainingRun.of(1, 2));

        assertThat(without.scores(new int[] {0, 6})).isEqualTo(fit(2).scores(new int[] {0, 6}));
    }

    @Test
    void theNumberOfThreadsChangesNothing() {
        assertThat(fit(4).scores(new int[] {1, 2, 62})).isEqualTo(fit(1).scores(new int[] {1, 2, 62}));
    }

    @Test
    void refusesWhatItCannotLearnFrom() {
        var silent = List.of(new TextField(
                "none",
                1,
                1,
                IntStream.range(0, ITEMS)
                        .mapToObj(i -> Map.<String, Integer>of())
                        .toList()));

        assertThatThrownBy(() -> new ColdStartTrainer(CONFIG).fit(log, silent, NEW, TrainingRun.of(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("at least 4 known items must have a text, had 0");
        assertThatThrownBy(() -> new ColdStartConfig(5, 2, 1, 0.3, 1, 100, 0.1))
                .hasMessage("folds must be in [2, 100], was 1");
    }
}
