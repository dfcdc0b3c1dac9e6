package dev.skillpod.app.gap;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.starter.StarterCatalog;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Skill relations of the starter catalogue, and Vue.js, which it does not have, with the service's own embedder. */
class StarterRelationsTest {
    private static Catalog catalog;
    private static SkillRelations relations;

    @BeforeAll
    static void relate() {
        Catalog starter = StarterCatalog.load();
        var skills = new ArrayList<>(starter.skills());
        skills.add(new Skill(
                "vue",
                "Vue.js",
                "Software Engineering",
                List.of("Vue", "VueJS"),
                "Building web interfaces from reactive components in JavaScript.",
                DataSource.SYNTHETIC));
        catalog = new Catalog(
                skills,
                starter.skills().stream()
                        .flatMap(s -> starter.prerequisites().requiredBy(s.id()).stream())
                        .toList(),
                starter.roles(),
                starter.contents());
        try (MiniLmEmbedder embedder = MiniLmEmbedder.load()) {
            relations = SkillRelations.of(new CatalogIndex(catalog, CatalogEmbedding.of(catalog, embedder)), List.of());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "mysql, postgresql",
        "postgresql, mysql",
        "postgresql, mongodb",
        "aws, azure",
        "azure, google-cloud",
        "google-cloud, aws",
        "kotlin, java",
        "java, kotlin",
        "typescript, javascript",
        "vue, react",
        "react, vue",
        "rust, go",
        "machine-learning, deep-learning",
        "seo, search-advertising",
        "ux-writing, copywriting",
        "team-management, leadership",
    })
    void substitutesCarryOverAQuarterOrMore(String skill, String neighbour) {
        assertThat(transfer(skill, neighbour)).isBetween(0.25, 0.6);
    }

    @ParameterizedTest
    @CsvSource({
        "kubernetes, excel",
        "excel, kubernetes",
        "sql, docker",
        "docker, sql",
        "python, sql",
        "statistics, sql",
        "kanban, redis",
        "leadership, lead-generation",
        "accounting, account-management",
        "react, ui-design",
        "copywriting, python",
        "git, linux",
    })
    void complementsAndStrangersDoNotCarryOver(String skill, String other) {
        assertThat(transfer(skill, other)).isZero();
    }

    @ParameterizedTest
    @CsvSource({"sql, postgresql, 0.4", "java, spring-boot, 0.55", "linux, site-reliability-engineering, 0.55"})
    void aDependentShowsItsPrerequisite(String skill, String dependent, double required) {
        assertThat(transfer(skill, dependent)).isGreaterThanOrEqualTo(required - 1e-6);
        assertThat(transfer(dependent, skill)).isLessThanOrEqualTo(0.35);
    }

    private static double transfer(String skill, String other) {
        return relations.of(catalog.skillIndex(skill).orElseThrow()).stream()
                .filter(n -> n.skill() == catalog.skillIndex(other).orElseThrow())
                .mapToDouble(n -> n.transfer())
                .findFirst()
                .orElse(0);
    }
}
