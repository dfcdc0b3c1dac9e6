package dev.skillpod.core.gap.outcome;

import static dev.skillpod.core.recommend.TinyWorld.LEARNER;
import static dev.skillpod.core.recommend.TinyWorld.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is read of applications and visits. */
class ApplicationTest {
    private static final CatalogIndex INDEX = TinyWorld.index();
    private static final JobDemands JOBS = new JobDemands(
            List.of(
                    posting("j1", new AskedSkill("dough", 55), new AskedSkill("bread", null)),
                    posting("j2", new AskedSkill("dough", 45), new AskedSkill("unheard", 10))),
            INDEX);

    private static JobPosting posting(String id, AskedSkill... asked) {
        return new JobPosting(id, null, "baker", null, day(100), List.of(asked), null, DataSource.REAL);
    }

    private static MarketSignal signal(SignalType type, String job, int day) {
        return new MarketSignal(type + job + day, LEARNER, day(day), type, List.of("dough"), job, null, null);
    }

    private static ApplicationOutcome outcome(String job, Outcome outcome, int day) {
        return new ApplicationOutcome(outcome + job + day, LEARNER, day(day), job, outcome, List.of("dough"), 0.5);
    }

    private static LearnerHistory history(List<MarketSignal> signals, List<ApplicationOutcome> outcomes) {
        return new LearnerHistory(LEARNER, TinyWorld.profile("baker"), List.of(), List.of(), signals, outcomes);
    }

    @Test
    void stagesOfOneApplicationAreOneAndTheFurthestCounts() {
        List<Application> read = Application.of(
                history(
                        List.of(signal(SignalType.JOB_APPLICATION, "j1", 30)),
                        List.of(
                                outcome("j1", Outcome.VIEWED, 28),
                                outcome("j1", Outcome.INTERVIEWED, 20),
                                outcome("j1", Outcome.REJECTED, 15))),
                JOBS);
        assertThat(read).hasSize(1);
        assertThat(read.getFirst().stage()).isEqualTo(Stage.INTERVIEWED);
        assertThat(read.getFirst().appliedAt()).isEqualTo(day(30));
        assertThat(read.getFirst().answeredAt()).isEqualTo(day(15));
    }

    @Test
    void whoAppliesTwiceIsAnsweredTwice() {
        List<Application> read = Application.of(
                history(
                        List.of(
                                signal(SignalType.JOB_APPLICATION, "j1", 30),
                                signal(SignalType.JOB_APPLICATION, "j1", 25)),
                        List.of(outcome("j1", Outcome.HIRED, 20), outcome("j1", Outcome.REJECTED, 10))),
                JOBS);
        assertThat(read).extracting(Application::stage).containsExactly(Stage.HIRED, Stage.VIEWED);
        assertThat(read).extracting(Application::appliedAt).containsExactly(day(30), day(25));
    }

    @Test
    void whatIsTakenBackTellsNothing() {
        assertThat(Application.of(history(List.of(), List.of(outcome("j1", Outcome.WITHDRAWN, 5))), JOBS))
                .isEmpty();
    }

    @Test
    void levelsThatPostingsLeaveOutAreThoseOfTheRoleOrTheUsualOnes() {
        AskedLevels posted = JOBS.of("j1", List.of());
        assertThat(posted.skills()).containsExactly(0, 1);
        assertThat(posted.levels()).containsExactly(55, 70);
        AskedLevels partly = JOBS.of("j2", List.of());
        assertThat(partly.skills()).containsExactly(0);
        AskedLevels unknown = JOBS.of("elsewhere", List.of("dough", "dough", "soup", "unheard"));
        assertThat(unknown.skills()).containsExactly(0, 3);
        // No posting names a level of soup: what the cook requires is usual.
        assertThat(unknown.levels()).containsExactly(50, 70);
        assertThat(unknown.role()).isEqualTo(-1);
    }

    @Test
    void aLookWithoutAnApplicationIsClearADayLater() {
        List<Visit> visits = Visit.of(
                history(
                        List.of(
                                signal(SignalType.JOB_VIEW, "j1", 30),
                                signal(SignalType.JOB_VIEW, "j2", 20),
                                signal(SignalType.JOB_APPLICATION, "j2", 20)),
                        List.of()),
                JOBS);
        assertThat(visits).extracting(Visit::applied).containsExactly(false, true);
        assertThat(visits).extracting(Visit::at).containsExactly(day(29), day(20));
    }
}
