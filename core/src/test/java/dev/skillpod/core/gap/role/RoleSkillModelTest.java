package dev.skillpod.core.gap.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.text.TextEmbedder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * A checkerboard: cooks require the even skills at level 40, smiths the odd ones at level 80, twenty of each, all ten of them but
 * one. Role 0 is a cook without skill 0, role 40 a smith without any requirement.
 */
class RoleSkillModelTest {
    private static final int SKILLS = 20;
    private final CatalogIndex index = index();
    private final RoleSkillModel model = RoleSkillModel.of(index);

    @Test
    void completesARoleWithWhatItsKindHas() {
        List<RequiredSkill> missing = model.complete(0, 5);

        assertThat(missing.getFirst().skill()).isEqualTo(0);
        assertThat(missing.getFirst().probability()).isGreaterThan(0.6);
        assertThat(missing.getFirst().level()).isEqualTo(40);
        assertThat(missing.getFirst().importance()).isBetween(0.79, 0.81);
        assertThat(missing.subList(1, missing.size())).allMatch(other -> other.probability() < 0.2);
    }

    @Test
    void givesARoleWithoutRequirementsThoseOfItsKind() {
        List<RequiredSkill> required = model.complete(40, 10);

        assertThat(required).allMatch(r -> r.skill() % 2 == 1 && r.level() == 80 && r.probability() > 0.5);
        assertThat(required).hasSize(10);
    }

    @Test
    void readsATextThatMeansNoRole() {
        assertThat(model.describe("a cook who bakes", 10)).allMatch(r -> r.skill() % 2 == 0 && r.probability() > 0.5);
        assertThat(model.describe("a smith for gates", 10)).allMatch(r -> r.skill() % 2 == 1 && r.probability() > 0.5);
    }

    @Test
    void theMostProbableComeFirstAndTheRolesOwnNotAtAll() {
        List<RequiredSkill> all = model.complete(0, 50);

        assertThat(all).isSortedAccordingTo((a, b) -> Double.compare(b.probability(), a.probability()));
        assertThat(all).extracting(RequiredSkill::skill).doesNotHaveDuplicates();
        for (int skill : index.role(0).skills()) {
            assertThat(all).noneMatch(r -> r.skill() == skill);
        }
        assertThat(all).allMatch(r -> r.probability() >= 0 && r.probability() <= 1);
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(RoleSkillModel.of(index).complete(3, 20)).isEqualTo(model.complete(3, 20));
    }

    @Test
    void aCatalogueWithoutRolesHasNothingToSay() {
        var empty = new Catalog(List.of(skill(0)), List.of(), List.of(), List.of());
        RoleSkillModel none = RoleSkillModel.of(new CatalogIndex(empty, CatalogEmbedding.of(empty, new Words())));

        assertThat(none.describe("a cook", 5)).isEmpty();
        assertThatThrownBy(() -> none.describe("a cook", 0)).hasMessageContaining("most must be at least 1, was 0");
    }

    private static CatalogIndex index() {
        var roles = new ArrayList<Role>();
        for (int r = 0; r < 41; r++) {
            int kind = r < 20 ? 0 : 1;
            int left = 2 * (r % 10) + kind;
            List<SkillRequirement> required = r == 40
                    ? List.of()
                    : IntStream.range(0, SKILLS)
                            .filter(s -> s % 2 == kind && s != left)
                            .mapToObj(s -> new SkillRequirement("s" + s, kind == 0 ? 40 : 80, 0.8))
                            .toList();
            String title = (kind == 0 ? "cook " : "smith ") + "number" + r;
            roles.add(new Role("r" + r, title, "", List.of(), "", required, DataSource.SYNTHETIC));
        }
        var catalog = new Catalog(
                IntStream.range(0, SKILLS).mapToObj(RoleSkillModelTest::skill).toList(), List.of(), roles, List.of());
        return new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new Words()));
    }

    private static Skill skill(int number) {
        return new Skill("s" + number, "skill " + number, "", List.of(), "", DataSource.SYNTHETIC);
    }

    /** The sum of one fixed direction per word. */
    private static final class Words implements TextEmbedder {
        @Override
        public String modelName() {
            return "words";
        }

        @Override
        public int dimension() {
            return 48;
        }

        @Override
        public float[] embed(String text) {
            var sum = new float[dimension()];
            for (String word : text.toLowerCase(Locale.ROOT).split("\\W+")) {
                var random = new SplittableRandom(word.hashCode() * 31L);
                for (int i = 0; i < sum.length; i++) {
                    sum[i] += (float) random.nextGaussian();
                }
            }
            double square = 0;
            for (float x : sum) {
                square += x * x;
            }
            for (int i = 0; i < sum.length; i++) {
                sum[i] /= (float) Math.sqrt(square);
            }
            return sum;
        }
    }
}
