package dev.skillpod.core.path.content;

import static dev.skillpod.core.recommend.TinyWorld.did;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.path.content.ContentPath.Limit;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContentPathPlannerTest {
    private final CatalogIndex index = TinyWorld.index();
    private final ContentPathPlanner planner = new ContentPathPlanner(
            index,
            new RoleMatcher(index),
            LevelModel.untrained(),
            ProgressModel.parse(""),
            ContentStatistics.none(index.contentCount()),
            SearchConfig.defaults());

    private static Requirement asked(String skill, int level) {
        return new Requirement(skill, skill, level, 0.8, List.of(new Evidence.Asked(level)));
    }

    private static PathLimits limits(double hours) {
        return new PathLimits(hours, 1, 20, Set.of(), List.of(), Set.of());
    }

    private ContentPath plan(LearnerHistory learner, PathLimits limits, Requirement... goal) {
        return planner.plan(new ContentPathRequest(learner, List.of(goal), limits, TinyWorld.NOW));
    }

    private static List<String> ids(ContentPath path) {
        return path.steps().stream().map(step -> step.content().id()).toList();
    }

    private static LearnerHistory knowing(String skill, int level) {
        return history(profile(null, skill(skill, level)), List.of(), List.of());
    }

    @Test
    void everyContentOfASkillIsUsedWhenThereIsTime() {
        ContentPath path = plan(knowing("soup", 10), limits(100), asked("soup", 80));

        assertThat(ids(path)).containsExactlyInAnyOrder("soup-intro", "soup-practice", "soup-advanced", "soup-note");
        assertThat(ids(path).indexOf("soup-advanced")).isGreaterThan(ids(path).indexOf("soup-practice"));
        assertThat(path.limitedBy()).isEqualTo(Limit.CATALOGUE);
        assertThat(path.minutes()).isEqualTo(910);
    }

    @Test
    void theExpectedLevelsAreThoseOfTheAssumedShare() {
        // A fifth of the way to the level that the content leads to is kept: from 40 by an advanced course up to 80,
        // 48. The path
        // first does the practice: 40 + 0.2 * E max(0, 55 - X) with X around 40 by 12: 15.7 on average.
        ContentPath path = plan(knowing("soup", 40), limits(100), asked("soup", 100));
        var first = path.steps().getFirst();
        double promise = switch (first.content().id()) {
            case "soup-practice" -> 15.7;
            case "soup-note" -> 4.8;
            default -> Double.NaN;
        };

        assertThat(first.mastery().getFirst().before().mean()).isCloseTo(40, within(1e-9));
        assertThat(first.mastery().getFirst().after().mean()).isCloseTo(40 + 0.2 * promise, within(0.3));
        assertThat(path.learnt()).isFalse();
    }

    @Test
    void theBudgetIsKeptAndTheBestUseOfItIsFound() {
        // 3.5 hours: the practice and the note (210 minutes) are more than any other set that fits.
        ContentPath path = plan(knowing("soup", 25), limits(3.5), asked("soup", 80));

        assertThat(ids(path)).containsExactlyInAnyOrder("soup-practice", "soup-note");
        assertThat(path.minutes()).isEqualTo(210);
        assertThat(path.limitedBy()).isEqualTo(Limit.HOURS);
        assertThat(path.moreHours()).isNotEmpty();
        assertThat(path.moreHours().getFirst().attainment())
                .isGreaterThan(path.after().mean());
    }

    @Test
    void aBridgeIsBuiltWhereOneStepAloneBringsNothing() {
        // Bread can be begun only when dough is at 20; no content of dough adds to a goal of bread alone, so greedy
        // paths are empty.
        // Sixteen hours leave room for three of them and for bread afterwards.
        var learner = history(profile(null, skill("soup", 50), skill("dough", 14)), List.of(), List.of());
        ContentPath path = plan(learner, limits(16), asked("bread", 60));

        assertThat(ids(path)).anyMatch(id -> id.startsWith("dough")).anyMatch(id -> id.startsWith("bread"));
        assertThat(path.method()).isEqualTo(ContentPath.SEARCH);
        path.baselines().values().forEach(b -> assertThat(path.after().mean()).isGreaterThanOrEqualTo(b.mean()));
        assertThat(path.baselines().get(Baselines.PER_ITEM).mean())
                .isCloseTo(path.before().mean(), within(1e-9));
        var dough = path.steps().getFirst();
        assertThat(dough.why()).anyMatch(why -> why.contains("bread"));
    }

    @Test
    void whatIsFinishedExcludedOrOfAnotherTypeStaysOut() {
        var learner = history(
                profile(null, skill("soup", 20)), List.of(did(EngagementType.COMPLETE, "soup-intro", 3)), List.of());
        var limits = new PathLimits(100, 1, 20, Set.of(ContentType.COURSE), List.of(), Set.of("soup-practice"));

        assertThat(ids(plan(learner, limits, asked("soup", 80)))).isEmpty();
    }

    @Test
    void whatIsPinnedComesWithWhatItBuildsOn() {
        var limits = new PathLimits(12, 1, 3, Set.of(), List.of("soup-advanced"), Set.of());
        ContentPath path = plan(knowing("soup", 30), limits, asked("sauce", 60));

        assertThat(ids(path)).contains("soup-practice", "soup-advanced").hasSize(3);
        assertThat(path.unplaced()).isEmpty();
        path.steps().stream()
                .filter(step -> step.content().id().equals("soup-advanced"))
                .forEach(step -> assertThat(step.pinned()).isTrue());
    }

    @Test
    void whatIsPinnedAndFindsNoPlaceIsNamedWithTheReason() {
        var limits = new PathLimits(5, 1, 3, Set.of(), List.of("soup-advanced", "stew"), Set.of());
        ContentPath path = plan(knowing("soup", 30), limits, asked("sauce", 60));

        assertThat(path.unplaced()).hasSize(2);
        assertThat(path.unplaced().getFirst().reason()).contains("minutes");
        assertThat(path.unplaced().getLast().reason()).contains("no content of that id");
    }

    @Test
    void theSameRequestGivesTheSamePath() {
        var learner = knowing("dough", 15);

        assertThat(plan(learner, limits(15), asked("bread", 70), asked("soup", 50)))
                .isEqualTo(plan(learner, limits(15), asked("bread", 70), asked("soup", 50)));
    }

    @Test
    void aGoalThatIsReachedNeedsNothing() {
        ContentPath path = plan(knowing("soup", 100), limits(10), asked("soup", 40));

        assertThat(path.steps()).isEmpty();
        assertThat(path.limitedBy()).isEqualTo(Limit.NONE);
        assertThat(path.after().mean()).isCloseTo(1, within(0.01));
    }

    @Test
    void aGoalThatTheCatalogueDoesNotKnowGivesAnEmptyPath() {
        ContentPath path = plan(knowing("soup", 10), limits(10), asked("stew", 40));

        assertThat(path.steps()).isEmpty();
        assertThat(path.limitedBy()).isEqualTo(Limit.CATALOGUE);
    }

    @Test
    void levelsHaveThePlatformsWords() {
        assertThat(Stage.of(39.9)).isEqualTo(Proficiency.BEGINNER);
        assertThat(Stage.of(40)).isEqualTo(Proficiency.INTERMEDIATE);
        assertThat(Stage.of(65)).isEqualTo(Proficiency.ADVANCED);
        assertThat(Stage.of(85)).isEqualTo(Proficiency.EXPERT);
    }
}
