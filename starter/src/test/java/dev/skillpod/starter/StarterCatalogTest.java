package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Holds the hand-written catalogue to its promises. */
class StarterCatalogTest {
    private static Catalog catalog;

    @BeforeAll
    static void load() {
        assumeTrue(complete(), "the hand-written catalogue is not complete yet: some area has no contents.ndjson");
        catalog = StarterCatalog.load();
    }

    static boolean complete() {
        ClassLoader loader = StarterCatalog.class.getClassLoader();
        return StarterCatalog.AREAS.stream()
                .allMatch(area -> loader.getResource("starter/" + area + "/contents.ndjson") != null);
    }

    @Test
    void isLargeEnough() {
        assertThat(catalog.skills().size()).isGreaterThanOrEqualTo(150);
        assertThat(distinct(catalog.skills(), Skill::area)).hasSize(8);
        assertThat(catalog.roles().size()).isGreaterThanOrEqualTo(50);
        assertThat(catalog.prerequisites().size()).isGreaterThanOrEqualTo(250);
        assertThat(catalog.contents().size()).isGreaterThanOrEqualTo(800);
    }

    /** Unique ids and the absence of cycles are already the constructor's word. */
    @Test
    void titlesAndNamesAreUnique() {
        assertThat(catalog.contents()).extracting(c -> c.title().toLowerCase()).doesNotHaveDuplicates();
        assertThat(catalog.roles()).extracting(r -> r.title().toLowerCase()).doesNotHaveDuplicates();
        assertThat(catalog.skills()).extracting(s -> s.name().toLowerCase()).doesNotHaveDuplicates();
    }

    @Test
    void noAliasMeansTwoSkills() {
        Set<String> taken = distinct(catalog.skills(), s -> s.name().toLowerCase());
        for (Skill skill : catalog.skills()) {
            for (String alias : new HashSet<>(skill.aliases())) {
                boolean fresh = taken.add(alias.toLowerCase());
                assertThat(fresh || alias.equalsIgnoreCase(skill.name()))
                        .as("alias %s of %s", alias, skill.id())
                        .isTrue();
            }
        }
    }

    @Test
    void everyReferenceResolves() {
        Set<String> skills = distinct(catalog.skills(), Skill::id);
        Set<String> contents = distinct(catalog.contents(), Content::id);
        for (Skill skill : catalog.skills()) {
            assertThat(catalog.prerequisites().requiredBy(skill.id()))
                    .extracting(Prerequisite::requiresSkillId)
                    .isSubsetOf(skills);
        }
        assertThat(catalog.prerequisites().topologicalOrder()).isSubsetOf(skills);
        for (Role role : catalog.roles()) {
            assertThat(role.requirements())
                    .extracting(SkillRequirement::skillId)
                    .as(role.id())
                    .isSubsetOf(skills)
                    .doesNotHaveDuplicates();
        }
        for (Content content : catalog.contents()) {
            assertThat(content.skills())
                    .extracting(SkillWeight::skillId)
                    .as(content.id())
                    .isSubsetOf(skills)
                    .doesNotHaveDuplicates();
            assertThat(content.prerequisiteIds()).as(content.id()).isSubsetOf(contents);
        }
    }

    @Test
    void numbersAreInRange() {
        for (Content content : catalog.contents()) {
            assertThat(content.skills().stream()
                            .mapToDouble(SkillWeight::weight)
                            .sum())
                    .as(content.id())
                    .isCloseTo(1, within(1e-6));
            assertThat(content.levelFrom()).as(content.id()).isBetween(0, content.levelTo());
            assertThat(content.levelTo()).as(content.id()).isLessThanOrEqualTo(100);
            assertThat(content.durationMinutes()).as(content.id()).isBetween(1, 6000);
            assertThat(content.source()).isEqualTo(DataSource.SYNTHETIC);
        }
        for (Role role : catalog.roles()) {
            for (SkillRequirement asked : role.requirements()) {
                assertThat(asked.requiredLevel()).as(role.id()).isBetween(1, 100);
                assertThat(asked.importance()).as(role.id()).isBetween(0.05, 1.0);
            }
        }
    }

    @Test
    void everySkillIsTaughtAsAMainSkill() {
        Set<String> taught =
                distinct(catalog.contents(), c -> c.skills().getFirst().skillId());
        assertThat(taught).containsAll(distinct(catalog.skills(), Skill::id));
    }

    private static <T> Set<String> distinct(List<T> rows, Function<T, String> field) {
        return rows.stream().map(field).collect(Collectors.toCollection(HashSet::new));
    }
}
