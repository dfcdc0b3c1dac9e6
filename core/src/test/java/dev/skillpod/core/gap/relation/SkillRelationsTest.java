package dev.skillpod.core.gap.relation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.AskedSkill;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.text.WordHash;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Twelve skills of four tribes of words; the tribes are areas, too. */
class SkillRelationsTest {
    private static final List<String> NAMES = List.of(
            "oak tree",
            "elm tree",
            "fir tree",
            "cod fish",
            "eel fish",
            "ray fish",
            "red paint",
            "tan paint",
            "sky paint",
            "owl bird",
            "jay bird",
            "tit bird");

    @Test
    void likeNamesInOneAreaAreSubstitutes() {
        SkillRelations relations = SkillRelations.of(index(List.of(), List.of(), true), List.of());

        assertThat(neighbours(relations, "oak tree")).containsExactlyInAnyOrder("elm tree", "fir tree");
        assertThat(neighbours(relations, "jay bird")).containsExactlyInAnyOrder("owl bird", "tit bird");
    }

    @Test
    void occurringTogetherAloneMakesNoNeighbours() {
        List<Role> roles = IntStream.range(0, 5)
                .mapToObj(i -> role("r" + i, "oak tree", "cod fish"))
                .toList();
        List<JobPosting> postings = IntStream.range(0, 500)
                .mapToObj(i -> posting("j" + i, "oak tree", "cod fish"))
                .toList();

        SkillRelations relations = SkillRelations.of(index(List.of(), roles, true), postings);

        assertThat(neighbours(relations, "oak tree")).doesNotContain("cod fish");
    }

    @Test
    void companyAlikeBringsSkillsThatNeverMeetCloser() {
        var postings = new ArrayList<JobPosting>();
        for (int i = 0; i < 50; i++) {
            postings.add(posting("a" + i, "oak tree", "cod fish", "red paint"));
            postings.add(posting("b" + i, "elm tree", "cod fish", "red paint"));
            postings.add(posting("c" + i, "fir tree", "owl bird", "tan paint"));
        }
        // Without areas, so that no transfer is at its upper end.
        CatalogIndex index = index(List.of(), List.of(), false);

        double before = transfer(SkillRelations.of(index, List.of()), "oak tree", "elm tree");
        double after = transfer(SkillRelations.of(index, postings), "oak tree", "elm tree");
        double others = transfer(SkillRelations.of(index, postings), "oak tree", "fir tree");

        assertThat(after).isGreaterThan(before);
        assertThat(others).isEqualTo(transfer(SkillRelations.of(index, List.of()), "oak tree", "fir tree"));
    }

    @Test
    void whoHasADependentHasPartOfWhatItRequires() {
        var prerequisites = List.of(
                new Prerequisite("cod fish", "red paint", 45),
                new Prerequisite("owl bird", "red paint", 90),
                new Prerequisite("elm tree", "oak tree", 5));
        SkillRelations relations = SkillRelations.of(index(prerequisites, List.of(), true), List.of());

        assertThat(transfer(relations, "red paint", "cod fish")).isEqualTo(0.45);
        assertThat(transfer(relations, "red paint", "owl bird")).isEqualTo(SkillRelations.GREATEST_TRANSFER);
        assertThat(transfer(relations, "cod fish", "red paint")).isZero();
        // Alike as well: the substitute's transfer counts downwards, and upwards only up to its limit.
        assertThat(transfer(relations, "oak tree", "elm tree")).isGreaterThan(0.35);
        assertThat(transfer(relations, "elm tree", "oak tree")).isEqualTo(0.35);
    }

    @Test
    void theBestComeFirstAndNothingIsItsOwnNeighbour() {
        SkillRelations relations = SkillRelations.of(index(List.of(), List.of(), true), List.of());

        for (int s = 0; s < NAMES.size(); s++) {
            List<Neighbour> list = relations.of(s);
            assertThat(list).isSortedAccordingTo((a, b) -> Double.compare(b.transfer(), a.transfer()));
            assertThat(list).extracting(Neighbour::skill).doesNotContain(s).doesNotHaveDuplicates();
            assertThat(list).allMatch(n -> n.transfer() > 0 && n.transfer() <= SkillRelations.GREATEST_TRANSFER);
        }
    }

    @Test
    void catalogsOfNoneAndOneSkillHaveNoNeighbours() {
        var none = new CatalogIndex(Catalog.empty(), CatalogEmbedding.of(Catalog.empty(), new WordHash()));
        SkillRelations.of(none, List.of(posting("j", "unknown", "skills")));
        var one = new Catalog(List.of(skill("oak tree", true)), List.of(), List.of(), List.of());

        assertThat(SkillRelations.of(new CatalogIndex(one, CatalogEmbedding.of(one, new WordHash())), List.of())
                        .of(0))
                .isEmpty();
    }

    private static List<String> neighbours(SkillRelations relations, String skill) {
        return relations.of(NAMES.indexOf(skill)).stream()
                .map(n -> NAMES.get(n.skill()))
                .toList();
    }

    private static double transfer(SkillRelations relations, String skill, String other) {
        return relations.of(NAMES.indexOf(skill)).stream()
                .filter(n -> n.skill() == NAMES.indexOf(other))
                .mapToDouble(Neighbour::transfer)
                .findFirst()
                .orElse(0);
    }

    private static CatalogIndex index(List<Prerequisite> prerequisites, List<Role> roles, boolean areas) {
        var catalog =
                new Catalog(NAMES.stream().map(name -> skill(name, areas)).toList(), prerequisites, roles, List.of());
        return new CatalogIndex(catalog, CatalogEmbedding.of(catalog, new WordHash()));
    }

    private static Skill skill(String name, boolean areas) {
        String tribe = name.substring(4);
        return new Skill(name, name, areas ? tribe : "", List.of(), "about this " + tribe, DataSource.SYNTHETIC);
    }

    private static Role role(String id, String... skills) {
        return new Role(
                id,
                id,
                "",
                List.of(),
                "",
                Stream.of(skills).map(s -> new SkillRequirement(s, 50, 1)).toList(),
                DataSource.SYNTHETIC);
    }

    private static JobPosting posting(String id, String... skills) {
        return new JobPosting(
                id,
                null,
                null,
                null,
                Instant.EPOCH,
                Stream.of(skills).map(s -> new AskedSkill(s, null)).toList(),
                null,
                DataSource.SYNTHETIC);
    }
}
