package dev.skillpod.core.gap.value;

import static dev.skillpod.core.recommend.TinyWorld.LEARNER;
import static dev.skillpod.core.recommend.TinyWorld.day;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlausibleJobsTest {
    private static final CatalogIndex INDEX = TinyWorld.index();

    private static JobPosting posting(String id, String role, int day) {
        return new JobPosting(
                id, null, role, null, day(day), List.of(new AskedSkill("dough", 60)), null, DataSource.REAL);
    }

    private static MarketSignal signal(SignalType type, String job, int day) {
        return new MarketSignal(type + job + day, LEARNER, day(day), type, List.of("bread"), job, null, null);
    }

    private static List<JobPosting> of(List<JobPosting> postings, MarketSignal... signals) {
        var history = new LearnerHistory(
                LEARNER, TinyWorld.profile("baker"), List.of(), List.of(), List.of(signals), List.of());
        return new PlausibleJobs(postings).of(history, TinyWorld.state(INDEX, history.before(TinyWorld.NOW)));
    }

    @Test
    void whatWasAppliedForComesBeforeWhatWasLookedAtAndTheNewestOfTheRoleFillUp() {
        List<JobPosting> postings = List.of(
                posting("a", "baker", 50),
                posting("b", "cook", 50),
                posting("c", "baker", 20),
                posting("d", "cook", 9));
        assertThat(of(postings, signal(SignalType.JOB_VIEW, "b", 12), signal(SignalType.JOB_APPLICATION, "a", 10)))
                .extracting(JobPosting::id)
                .containsExactly("a", "b", "c");
    }

    @Test
    void jobsKnownFromSignalsOnlyAskForTheSkillsNamed() {
        JobPosting job =
                of(List.of(), signal(SignalType.JOB_APPLICATION, "x", 3)).getFirst();
        assertThat(job.skills()).containsExactly(new AskedSkill("bread", null));
        assertThat(job.roleId()).isNull();
    }

    @Test
    void nothingLaterOldOrForgottenIsPlausibleAndThereAreAtMostTwenty() {
        var postings = new ArrayList<>(List.of(posting("later", "baker", -2), posting("old", "baker", 300)));
        assertThat(of(
                        postings,
                        signal(SignalType.JOB_VIEW, "ancient", 600),
                        signal(SignalType.JOB_VIEW, "tomorrow", -1)))
                .isEmpty();
        MarketSignal[] many = IntStream.range(0, 40)
                .mapToObj(i -> signal(SignalType.JOB_VIEW, "v" + i, 40 - i))
                .toArray(MarketSignal[]::new);
        assertThat(of(postings, many)).hasSize(20).extracting(JobPosting::id).startsWith("v39", "v38");
    }
}
