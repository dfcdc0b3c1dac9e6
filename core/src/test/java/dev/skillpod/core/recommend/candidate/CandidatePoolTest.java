package dev.skillpod.core.recommend.candidate;

import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class CandidatePoolTest {
    private final CatalogIndex index = TinyWorld.index();
    private final LearnerContext nobody = TinyWorld.context(index, history(profile(null), List.of(), List.of()));

    private int content(String id) {
        return index.catalog().contentIndex(id).orElseThrow();
    }

    private CandidateGenerator fixed(String... ids) {
        return new CandidateGenerator() {
            @Override
            public String name() {
                return "fixed";
            }

            @Override
            public Candidates generate(LearnerContext context, int limit, IntPredicate eligible) {
                int[] contents = new int[Math.min(limit, ids.length)];
                for (int i = 0; i < contents.length; i++) {
                    contents[i] = content(ids[i]);
                }
                return new Candidates(contents, new float[contents.length]);
            }
        };
    }

    private int[] pool(int perGenerator, int most, CandidateGenerator... generators) {
        return CandidatePool.of(
                        List.of(generators), nobody, new Eligibility(nobody.state(), Set.of()), perGenerator, most)
                .contents();
    }

    @Test
    void generatorsTakeTurnsUntilThePoolIsFull() {
        var first = fixed("dough-intro", "sauce-intro", "soup-intro");
        var second = fixed("bread-intro", "dough-intro", "soup-note");

        assertThat(pool(3, 4, first, second))
                .containsExactly(
                        content("dough-intro"), content("bread-intro"), content("sauce-intro"), content("soup-intro"));
        assertThat(pool(1, 4, first, second)).containsExactly(content("dough-intro"), content("bread-intro"));
    }

    @Test
    void whatIsOutOfReachBringsWhatOpensTheWay() {
        CandidatePool pool = CandidatePool.of(
                List.of(fixed("soup-advanced")), nobody, new Eligibility(nobody.state(), Set.of()), 10, 10);

        assertThat(pool.contents()).hasSize(1).doesNotContain(content("soup-advanced"));
        assertThat(pool.opens()).containsEntry(pool.contents()[0], content("soup-advanced"));
    }
}
