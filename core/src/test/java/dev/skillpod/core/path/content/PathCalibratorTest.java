package dev.skillpod.core.path.content;

import static dev.skillpod.core.recommend.TinyWorld.day;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PathCalibratorTest {
    private static final String[] SKILLS = {"dough", "bread", "sauce", "soup"};

    private final CatalogIndex index = TinyWorld.index();
    private final ContentPathPlanner planner = new ContentPathPlanner(
            index,
            new RoleMatcher(index),
            LevelModel.untrained(),
            ProgressModel.parse(""),
            ContentStatistics.none(index.contentCount()),
            SearchConfig.defaults());

    private static Engagement did(LearnerKey key, EngagementType type, String content, Instant at) {
        return new Engagement(type + content, key, at, type, content, null, null, null, null, null);
    }

    /** A learner who claims 40 everywhere, is off by a common error, and is measured twice in each skill around two contents. */
    private static LearnerHistory learner(int i, double commonSd, double gain) {
        var random = new SplittableRandom(i);
        var key = new LearnerKey("t", "u" + i);
        double common = commonSd * random.nextGaussian();
        var measured = new ArrayList<Assessment>();
        for (String s : SKILLS) {
            measured.add(new Assessment("first" + s, key, day(90), s, 40 + common + 3 * random.nextGaussian(), null));
        }
        for (String s : SKILLS) {
            boolean taught = s.equals("dough") || s.equals("soup");
            measured.add(new Assessment(
                    "last" + s,
                    key,
                    day(10),
                    s,
                    40 + common + (taught ? gain : 0) + 3 * random.nextGaussian(),
                    taught ? s + "-practice" : null));
        }
        return new LearnerHistory(
                key,
                profile("Master Baker", skill("dough", 40), skill("bread", 40), skill("sauce", 40), skill("soup", 40)),
                List.of(
                        did(key, EngagementType.START, "dough-practice", day(60)),
                        did(key, EngagementType.START, "soup-practice", day(59)),
                        did(key, EngagementType.COMPLETE, "dough-practice", day(40)),
                        did(key, EngagementType.COMPLETE, "soup-practice", day(39))),
                measured,
                List.of(),
                List.of());
    }

    private PathCalibrator.Calibrated calibrated(double commonSd, double gain) {
        List<LearnerHistory> learners = IntStream.range(0, 400)
                .mapToObj(i -> learner(i, commonSd, gain))
                .toList();
        return new PathCalibrator().fit(List.of(new PathCalibrator.HeldOut(planner, learners)), TrainingRun.of(1, 2));
    }

    @Test
    void theErrorThatLevelsHaveInCommonIsFound() {
        // 400 learners: the deviation of their common error is known to 8 / sqrt(800) = 0.3; four of these.
        assertThat(calibrated(8, 3).calibration().commonSd()).isBetween(6.8, 9.2);
        assertThat(calibrated(0, 3).calibration().commonSd()).isLessThan(1.5);
    }

    @Test
    void risesThatAreLargerThanExpectedAreSeen() {
        var less = calibrated(4, 2).metrics();
        var more = calibrated(4, 6).metrics();

        assertThat(more.get("kept_of_all")).isGreaterThan(less.get("kept_of_all"));
        assertThat(less.get("rises_measured")).isEqualTo(400.0);
    }

    @Test
    void intervalsAreStretchedWhenMeasurementsLieOutsideOfThem() {
        assertThat(calibrated(1, 45).calibration().widening()).isGreaterThan(1.5);
        assertThat(calibrated(1, 3).calibration().widening()).isEqualTo(1);
    }

    @Test
    void withoutMeasurementsTheAssumptionsStay() {
        var none = new PathCalibrator().fit(List.of(), TrainingRun.of(1, 1)).calibration();

        assertThat(none).isEqualTo(PathCalibration.assumed());
    }
}
