package dev.skillpod.app.log;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.log.InteractionLog;
import dev.skillpod.core.recommend.log.InteractionLogBuilder;
import dev.skillpod.core.recommend.log.selection.Fitted;
import dev.skillpod.core.recommend.log.selection.LogMethod;
import dev.skillpod.core.recommend.log.selection.MethodFitting;
import dev.skillpod.core.recommend.log.selection.RankingTask;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Method best with real LightGBM: ranked by trees where they see more than the scorers, and not elsewhere. */
class RankedBestTest {
    private static final int ITEMS = 120;

    /**
     * Every item is taken during a short while after it appears, by anybody; users come back after pauses of any length, so
     * the items they took say little about the next one, but the time of their last visit does.
     */
    private static InteractionLog fashions() {
        var random = new Random(4);
        var builder = new InteractionLogBuilder();
        for (int user = 0; user < 1500; user++) {
            double day = 3 + random.nextDouble(ITEMS - 4);
            for (int step = 0; step < 5; step++) {
                int age = random.nextInt(3);
                int item = random.nextInt(12) == 0 ? random.nextInt(ITEMS) : Math.max(0, (int) day - age);
                builder.add(user, item, (long) (day * 86_400) + step);
            }
        }
        return builder.build(true);
    }

    private static Fitted fit(InteractionLog log, int threads) {
        return new MethodFitting(
                        log, RankingTask.ALL_ITEMS, Optional.of(new LightGbmTrainer()), TrainingRun.of(5, threads))
                .fit(LogMethod.BEST);
    }

    @Test
    void treesRankWhereTimeTellsAndDoSoAlikeOnOneAndTwoThreads() {
        InteractionLog log = fashions();
        Fitted one = fit(log, 1);
        assertThat(one.notes()).contains("chosen: blend ranked by trees");
        Fitted two = fit(log, 2);
        assertThat(two.notes()).isEqualTo(one.notes());
        var scores = new float[log.items()];
        var same = new float[log.items()];
        one.scorer().scoreAll(log.history(3), log.timeAt(log.end(3) - 1), scores);
        two.scorer().scoreAll(log.history(3), log.timeAt(log.end(3) - 1), same);
        assertThat(same).isEqualTo(scores);
    }

    @Test
    void noTreesWhereThereIsNothingToLearnButChance() {
        var random = new Random(6);
        var builder = new InteractionLogBuilder();
        for (int user = 0; user < 700; user++) {
            for (int step = 0; step < 5; step++) {
                builder.add(user, random.nextInt(ITEMS), InteractionLog.NO_TIME);
            }
        }
        assertThat(fit(builder.build(false), 2).notes()).doesNotContain("chosen: blend ranked by trees");
    }
}
