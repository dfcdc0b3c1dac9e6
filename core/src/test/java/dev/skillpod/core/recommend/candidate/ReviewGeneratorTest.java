package dev.skillpod.core.recommend.candidate;

import static dev.skillpod.core.recommend.TinyWorld.LEARNER;
import static dev.skillpod.core.recommend.TinyWorld.NOW;
import static dev.skillpod.core.recommend.TinyWorld.day;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.recommend.RecommendationType;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.candidate.review.ReviewGenerator;
import dev.skillpod.core.recommend.explanation.Factors;
import dev.skillpod.core.recommend.explanation.Reasoning;
import dev.skillpod.core.recommend.explanation.Types;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.tracing.HandMadeTracing;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class ReviewGeneratorTest {
    private final CatalogIndex index = TinyWorld.index();

    private LearnerContext context(int daysAgo) {
        var learner = history(profile("baker", skill("dough", 30), skill("soup", 50)), List.of(), List.of())
                .withAnswers(List.of(HandMadeTracing.answer(LEARNER, "dough", true, day(daysAgo))));
        LearnerContext plain = TinyWorld.context(index, learner);
        LevelModel levels =
                LevelModel.untrained().with(HandMadeTracing.tracing(List.of("dough"), HandMadeTracing.scale(1)));
        return new LearnerContext(
                LearnerState.of(index, new RoleMatcher(index), levels, learner, List.of(), NOW),
                plain.taste(),
                plain.together(),
                plain.next(),
                plain.statistics(),
                plain.demand());
    }

    private List<String> proposed(int daysAgo) {
        Candidates candidates = new ReviewGenerator().generate(context(daysAgo), 10, c -> true);
        return java.util.Arrays.stream(candidates.contents())
                .mapToObj(c -> index.catalog().contents().get(c).id())
                .toList();
    }

    @Test
    void proposesWhatRefreshesASkillOnceMuchIsForgotten() {
        assertThat(proposed(5)).isEmpty();
        // The right answer lifts 30 to about 41: what ends at 40 is nearest, and the advanced course begins too high.
        assertThat(proposed(40))
                .startsWith("dough-note")
                .contains("dough-intro")
                .doesNotContain("dough-advanced");
        assertThat(proposed(40)).allMatch(id -> id.startsWith("dough"));
    }

    @Test
    void theReasonIsTheAnswerAndWhatIsLeftOfIt() {
        LearnerContext context = context(42);
        int note = index.catalog().contentIndex("dough-note").orElseThrow();
        var factors = new Factors(0, Map.of(), 0);

        assertThat(Types.of(context, note, factors, false)).isEqualTo(RecommendationType.REFRESH_KNOWLEDGE);
        // 42 days are 1.31 half-lives of 32 days: 1 - 2^-1.3125 = 0.597.
        assertThat(new Reasoning(context).sentence(note, factors, OptionalInt.empty(), false))
                .isEqualTo("You answered right on dough 6 weeks ago; about 60 % of what you showed is likely to be"
                        + " forgotten by now.");
    }
}
