package dev.skillpod.core.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.math.TopK;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LexicalIndexTest {
    private static final LexicalIndex INDEX = LexicalIndex.of(
            List.of("linear algebra", "algebra of sets", "cooking soup", "线性代数", "高等数学", "networks of computers"));

    private static int[] search(String text, int limit) {
        return best(INDEX.query().add(INDEX.phrase(text), 1), limit);
    }

    private static int[] best(LexicalIndex.Query query, int limit) {
        float[] cosines = query.cosines();
        var top = new TopK(limit);
        for (int d = 0; d < cosines.length; d++) {
            if (cosines[d] > 0) {
                top.offer(d, cosines[d]);
            }
        }
        return top.indices();
    }

    @Test
    void findsByWordsInflectionsAndCharacters() {
        assertThat(search("linear algebra", 10)).startsWith(0, 1).doesNotContain(2, 3);
        assertThat(search("networking", 1)).containsExactly(5);
        assertThat(search("代数入门", 1)).containsExactly(3);
        assertThat(search("數", 5)).isEmpty();
    }

    @Test
    void aDocumentIsLikeItselfMost() {
        for (int d = 0; d < INDEX.size(); d++) {
            float[] cosines = INDEX.query().add(INDEX.phrase(d), 2).cosines();
            assertThat(best(INDEX.query().add(INDEX.phrase(d), 2), 1)).containsExactly(d);
            // A phrase keeps the heaviest terms only, so this is below 1 by what the others weigh.
            assertThat(cosines[d]).isBetween(0.8f, 1.00001f);
        }
        assertThat(INDEX.query().cosines()).containsOnly(0);
    }

    @Test
    void theHeavierPhraseDecides() {
        var query = INDEX.query().add(INDEX.phrase(2), 1).add(INDEX.phrase(3), 3);

        assertThat(best(query, 2)).containsExactly(3, 2);
    }

    @Test
    void weightsAreThoseOfTheFormula() {
        List<Map<String, Integer>> documents = List.of(Map.of("a", 3, "b", 1), Map.of("b", 1));
        TermWeights weights = TermWeights.fit(documents, 1);

        SparseMatrix rows = weights.rows(documents);

        // N = 2: a occurs in 1 document, b in 2.
        double a = (1 + Math.log(3)) * (1 + Math.log(3 / 2.0));
        double b = 1;
        assertThat((double) rows.valueAt(0)).isCloseTo(a / Math.hypot(a, b), within(1e-6));
        assertThat((double) rows.valueAt(1)).isCloseTo(b / Math.hypot(a, b), within(1e-6));
        assertThat(rows.valueAt(2)).isEqualTo(1f);
    }

    @Test
    void rareTermsAreLeftOutWhenAskedTo() {
        List<Map<String, Integer>> documents = List.of(Map.of("a", 3, "b", 1), Map.of("b", 1));

        assertThat(TermWeights.fit(documents, 2).size()).isEqualTo(1);
        assertThatThrownBy(() -> TermWeights.fit(documents, 0)).hasMessage("leastDocuments must be at least 1, was 0");
    }
}
