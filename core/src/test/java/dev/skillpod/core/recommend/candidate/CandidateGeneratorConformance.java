package dev.skillpod.core.recommend.candidate;

import static dev.skillpod.core.recommend.TinyWorld.did;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every generator must keep; a new one is tested by a subclass that makes it. */
abstract class CandidateGeneratorConformance {
    private final CatalogIndex index = TinyWorld.index();
    private final LearnerContext learner = TinyWorld.context(
            index,
            history(
                    profile("baker", skill("dough", 20), skill("sauce", 30)),
                    List.of(did(EngagementType.VIEW, "soup-intro", 9), did(EngagementType.COMPLETE, "dough-note", 5)),
                    List.of()));

    abstract CandidateGenerator generator(CatalogIndex index);

    @Test
    void proposesSomethingForAKnownLearner() {
        assertThat(generator(index).generate(learner, 10, c -> true).size()).isPositive();
    }

    @Test
    void neverExceedsTheLimitAndStartsWithTheSameBest() {
        int[] many = generator(index).generate(learner, 10, c -> true).contents();
        int[] few = generator(index).generate(learner, 2, c -> true).contents();

        assertThat(few).hasSizeLessThanOrEqualTo(2);
        assertThat(few).containsExactly(IntStream.of(many).limit(few.length).toArray());
    }

    @Test
    void proposesNothingTwiceAndInFallingOrder() {
        Candidates candidates = generator(index).generate(learner, 100, c -> true);

        assertThat(candidates.contents()).doesNotHaveDuplicates();
        assertThat(candidates.scores()).hasSameSizeAs(candidates.contents());
        for (int i = 1; i < candidates.size(); i++) {
            assertThat(candidates.scores()[i]).isLessThanOrEqualTo(candidates.scores()[i - 1]);
        }
    }

    @Test
    void proposesOnlyWhatIsEligible() {
        int[] all = generator(index).generate(learner, 100, c -> true).contents();
        int best = all[0];

        assertThat(generator(index).generate(learner, 100, c -> c != best).contents())
                .doesNotContain(best)
                .hasSize(all.length - 1);
        assertThat(generator(index).generate(learner, 100, c -> false).contents())
                .isEmpty();
    }

    @Test
    void answersTheSameTwice() {
        assertThat(generator(index).generate(learner, 10, c -> true))
                .usingRecursiveComparison()
                .isEqualTo(generator(index).generate(learner, 10, c -> true));
    }

    @Test
    void survivesALearnerOfWhomNothingIsKnown() {
        var nobody = TinyWorld.context(index, history(profile(null), List.of(), List.of()));

        assertThat(generator(index).generate(nobody, 5, c -> true).size()).isBetween(0, 5);
    }
}
