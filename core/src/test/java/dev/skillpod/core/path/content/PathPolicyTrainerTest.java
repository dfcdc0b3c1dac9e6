package dev.skillpod.core.path.content;

import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PathPolicyTrainerTest {
    private static final PathPolicyConfig SMALL = new PathPolicyConfig(48, 24, 10, 1e-2, 20, 8, 4, 3e-3);

    private final CatalogIndex index = TinyWorld.index();

    private ContentPathPlanner planner(@Nullable PathPolicy policy) {
        return new ContentPathPlanner(
                index,
                new RoleMatcher(index),
                LevelModel.untrained(),
                ProgressModel.parse(""),
                ContentStatistics.none(index.contentCount()),
                SearchConfig.defaults(),
                policy,
                PathCalibration.assumed());
    }

    private static List<LearnerHistory> learners() {
        var random = new SplittableRandom(4);
        return IntStream.range(0, 40)
                .mapToObj(i -> new LearnerHistory(
                        new LearnerKey("t", "u" + i),
                        profile(
                                i % 2 == 0 ? "Master Baker" : "Sauce Cook",
                                skill("dough", random.nextInt(60)),
                                skill("soup", random.nextInt(60))),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of()))
                .toList();
    }

    private PathPolicyTrainer.Trained trained(int threads) {
        return new PathPolicyTrainer(SMALL)
                .fit(planner(null), learners(), new TrainingRun(11, threads, TinyWorld.NOW, Progress.SILENT));
    }

    @Test
    void theSameSeedGivesTheSamePolicyOnAnyNumberOfThreads() {
        assertThat(trained(1).policy().parameters())
                .isEqualTo(trained(8).policy().parameters());
    }

    @Test
    void whatItLearntReachesMostOfWhatSearchDoes() {
        // A policy of random parameters picks any content that gains; what is left of the gain of search is in the
        // metrics.
        var metrics = trained(2).metrics();

        assertThat(Math.max(metrics.get("imitation_share_of_search"), metrics.get("policy_gradient_share_of_search")))
                .isBetween(0.9, 1.02);
    }

    @Test
    void aGuidedSearchIsNeverBehindTheBaselinesAndSaysWhatGuidedIt() {
        var learner = learners().getFirst();
        ContentPath path = planner(trained(2).policy())
                .plan(new ContentPathRequest(
                        learner,
                        List.of(
                                new Requirement("bread", "bread", 70, 1, List.of(new Evidence.Asked(70))),
                                new Requirement("soup", "soup", 60, 0.5, List.of(new Evidence.Asked(60)))),
                        new PathLimits(15, 1, 6, Set.of(), List.of(), Set.of()),
                        TinyWorld.NOW));

        assertThat(path.baselines()).containsKeys(Baselines.TOPOLOGICAL, ContentPath.POLICY);
        assertThat(path.method()).isIn(ContentPath.GUIDED, ContentPath.POLICY);
        path.baselines().values().forEach(b -> assertThat(path.after().mean()).isGreaterThanOrEqualTo(b.mean()));
    }

    @Test
    void withoutAnyGoalThereIsNothingToLearn() {
        assertThatThrownBy(() -> new PathPolicyTrainer(SMALL)
                        .fit(planner(null), List.of(), new TrainingRun(1, 1, TinyWorld.NOW, Progress.SILENT)))
                .isInstanceOf(TooFewLearnersException.class);
    }
}
