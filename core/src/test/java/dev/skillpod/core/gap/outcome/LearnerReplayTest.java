package dev.skillpod.core.gap.outcome;

import static dev.skillpod.core.recommend.TinyWorld.LEARNER;
import static dev.skillpod.core.recommend.TinyWorld.day;
import static dev.skillpod.core.recommend.TinyWorld.did;
import static dev.skillpod.core.recommend.TinyWorld.measured;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.LevelSpread;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What is believed of a learner, and when. */
class LearnerReplayTest {
    private static final CatalogIndex INDEX = TinyWorld.index();
    private static final JobDemands JOBS = new JobDemands(new float[] {60, 60, 60, 60}, INDEX);
    private static final AskedLevels BAKERY = new AskedLevels(new int[] {0, 1}, new float[] {60, 60}, 0);
    private static final Beliefs BELIEFS = new Beliefs(
            INDEX,
            LevelSpread.assumed(),
            LevelErrors.of(LevelSpread.assumed(), 1, 0.4),
            new ApplyWeights(0, 1),
            new SuccessWeights(-0.2, new double[] {0.5, 0.5, 0.5, 0.5}, 0.6, -0.4, -0.8, new Saturation(-3, 3)));

    private static ApplicationOutcome outcome(Outcome outcome, int day) {
        return new ApplicationOutcome(
                "o" + day, LEARNER, day(day), "j" + day, outcome, List.of("dough", "bread"), null);
    }

    private static LearnerReplay replay(LearnerHistory history) {
        return new LearnerReplay(
                Applicant.of(history, OptionalInt.of(0), JOBS, INDEX, LevelModel.untrained()), BELIEFS);
    }

    private static LearnerHistory history(List<ApplicationOutcome> outcomes) {
        return new LearnerHistory(
                LEARNER,
                TinyWorld.profile("baker", skill("dough", 50), skill("bread", 40)),
                List.of(did(EngagementType.START, "dough-intro", 60), did(EngagementType.COMPLETE, "dough-intro", 50)),
                List.of(measured("dough", 62, 40, null)),
                List.of(new MarketSignal(
                        "v", LEARNER, day(35), SignalType.JOB_VIEW, List.of("dough"), "x", null, null)),
                outcomes);
    }

    @Test
    void laterEventsChangeNothing() {
        LearnerHistory all = history(List.of(outcome(Outcome.REJECTED, 30), outcome(Outcome.HIRED, 10)));
        for (int day : new int[] {70, 45, 37, 20, 5}) {
            LearnerReplay whole = replay(all);
            LearnerReplay past = replay(all.before(day(day)));
            whole.before(day(day));
            past.before(day(day));
            assertThat(whole.row(BAKERY)).containsExactly(past.row(BAKERY));
        }
    }

    @Test
    void whoIsTurnedDownIsBelievedToHaveLessDriveAndWhoIsHiredMore() {
        double before = replay(history(List.of())).before(day(0)).drive();
        double rejected = replay(history(List.of(outcome(Outcome.REJECTED, 30))))
                .before(day(0))
                .drive();
        LearnerBelief hired =
                replay(history(List.of(outcome(Outcome.HIRED, 30)))).before(day(0));
        assertThat(before).isZero();
        assertThat(rejected).isNegative();
        assertThat(hired.drive()).isPositive();
        assertThat(hired.driveVariance()).isLessThan(1);
        assertThat(hired.level(1))
                .isGreaterThan(replay(history(List.of())).before(day(0)).level(1));
    }

    @Test
    void measurementsNarrowALevelAndMoveTheOtherClaims() {
        LearnerReplay replay = replay(history(List.of()));
        double bread = replay.before(day(41)).level(1);
        double variance = replay.before(day(41)).variance(0);
        LearnerBelief after = replay.before(day(38));
        assertThat(after.variance(0)).isLessThan(variance);
        assertThat(after.level(0)).isBetween(50.0, 62.0);
        // dough was claimed lower than it is, so bread may be, too
        assertThat(after.level(1)).isGreaterThan(bread);
    }

    @Test
    void whoAppliesIsBelievedToKnowMoreThanWhoLetsItBe() {
        LearnerBelief let = replay(history(List.of())).before(day(36));
        double before = let.level(0);
        let.visit(BAKERY, false, BELIEFS.apply());
        LearnerBelief applied = replay(history(List.of())).before(day(36));
        applied.visit(BAKERY, true, BELIEFS.apply());
        assertThat(let.level(0)).isLessThan(before);
        assertThat(applied.level(0)).isGreaterThan(before);
    }
}
