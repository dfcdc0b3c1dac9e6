package dev.skillpod.core.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TermsTest {
    @Test
    void aWordGivesItselfAndItsMarkedNGrams() {
        assertThat(Terms.of("Go go")).isEqualTo(Map.of("go", 2, "#_go", 2, "#go_", 2, "#_go_", 2));
    }

    @Test
    void aRunWithoutSpacesGivesAllItsNGrams() {
        assertThat(Terms.of("线性代数")).containsOnlyKeys("线", "性", "代", "数", "线性", "性代", "代数", "线性代", "性代数");
    }

    @Test
    void scriptsThatMeetAreKeptApart() {
        assertThat(Terms.of("C语言Web")).containsKeys("c", "语言", "web").doesNotContainKey("c语");
    }

    @Test
    void fullWidthAndCaseMakeNoDifference() {
        assertThat(Terms.of("ＰＹＴＨＯＮ　３")).isEqualTo(Terms.of("python 3"));
    }

    @Test
    void nGramsAreWithoutAccentsAndWordsAreNot() {
        Map<String, Integer> vietnamese = Terms.of("Lập trình đồ họa");

        assertThat(vietnamese).containsKeys("lập", "trình", "đồ").doesNotContainKey("lap");
        assertThat(vietnamese).containsKeys("#_lap", "#trin", "#_do_");
    }

    @Test
    void blankTextHasNoTerms() {
        assertThat(Terms.of(" \t,.!")).isEmpty();
    }
}
