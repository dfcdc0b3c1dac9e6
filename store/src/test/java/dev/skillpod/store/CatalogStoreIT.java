package dev.skillpod.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.catalog.CyclicPrerequisitesException;
import dev.skillpod.core.catalog.DataSource;
import dev.skillpod.core.catalog.Prerequisite;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.catalog.SkillWeight;
import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogStoreIT {
    private final CatalogStore catalog = SharedDatabase.get().catalog();
    private final String a = SharedDatabase.unique("a");
    private final String b = SharedDatabase.unique("b");
    private final String c = SharedDatabase.unique("c");

    @Test
    void givesBackWhatWasWritten() {
        Skill skill = skill(a, "first", "second");
        Role role = new Role(
                a,
                "Tester",
                "Work",
                List.of("QA"),
                "Tests.",
                List.of(new SkillRequirement(b, 70, 0.5), new SkillRequirement(a, 0, 1)),
                DataSource.SYNTHETIC);
        Content full = new Content(
                a,
                ContentType.BOOK,
                "Title",
                "Text",
                "Provider",
                "https://example.org",
                List.of(new SkillWeight(b, 0.7), new SkillWeight(a, 0.3)),
                10,
                90,
                45,
                List.of(c, b),
                DataSource.REAL);
        Content bare = new Content(
                b, ContentType.VIDEO, "Title", null, null, null, List.of(), 0, 0, null, List.of(), DataSource.REAL);

        catalog.upsertSkills(List.of(skill));
        catalog.upsertRoles(List.of(role));
        catalog.upsertContents(List.of(full, bare));
        Catalog loaded = catalog.load();

        assertThat(loaded.skill(a)).hasValue(skill);
        assertThat(loaded.role(a)).hasValue(role);
        assertThat(loaded.content(a)).hasValue(full);
        assertThat(loaded.content(b)).hasValue(bare);
        assertThat(loaded.skills()).isSortedAccordingTo((x, y) -> x.id().compareTo(y.id()));
    }

    @Test
    void writingAgainReplacesARecordWithItsParts() {
        catalog.upsertSkills(List.of(skill(a, "one", "two"), skill(b)));
        catalog.upsertSkills(List.of(skill(a, "three")));

        assertThat(catalog.load().skill(a)).hasValue(skill(a, "three"));
        assertThat(catalog.load().skill(b)).isPresent();
    }

    @Test
    void theVersionRisesWithEveryWriteAndOnlyThen() {
        long before = catalog.version();
        catalog.load();
        assertThat(catalog.version()).isEqualTo(before);

        CatalogWrite write = catalog.upsertSkills(List.of(skill(a)));

        assertThat(write.written()).isEqualTo(1);
        assertThat(write.version()).isGreaterThan(before).isEqualTo(catalog.version());
    }

    @Test
    void refusesAPrerequisiteCycleBeforeAnythingIsWritten() {
        catalog.upsertPrerequisites(List.of(edge(a, b, 40), edge(b, c, 30)), DataSource.REAL);
        long version = catalog.version();

        assertThatThrownBy(() -> catalog.upsertPrerequisites(List.of(edge(a, b, 99), edge(c, a, 10)), DataSource.REAL))
                .isInstanceOfSatisfying(
                        CyclicPrerequisitesException.class,
                        e -> assertThat(e.cycle()).contains(a, b, c));

        assertThat(catalog.version()).isEqualTo(version);
        assertThat(catalog.load().prerequisites().requiredBy(a)).containsExactly(edge(a, b, 40));
        assertThat(catalog.load().prerequisites().requiredBy(c)).isEmpty();
    }

    @Test
    void refusesASkillThatRequiresItself() {
        assertThatThrownBy(() -> catalog.upsertPrerequisites(List.of(edge(a, a, 1)), DataSource.REAL))
                .isInstanceOf(CyclicPrerequisitesException.class);
    }

    @Test
    void replacingTheEdgesOfASkillMayTurnAnEdgeRound() {
        catalog.upsertPrerequisites(List.of(edge(a, b, 40)), DataSource.REAL);

        catalog.replacePrerequisites(a, List.of(), DataSource.REAL);
        catalog.replacePrerequisites(b, List.of(edge(b, a, 20)), DataSource.REAL);

        assertThat(catalog.load().prerequisites().requiredBy(a)).isEmpty();
        assertThat(catalog.load().prerequisites().requiredBy(b)).containsExactly(edge(b, a, 20));
    }

    @Test
    void refusesContentsThatRequireEachOther() {
        catalog.upsertContents(List.of(content(a, List.of(b))));
        long version = catalog.version();

        assertThatThrownBy(() -> catalog.upsertContents(List.of(content(b, List.of(c)), content(c, List.of(a)))))
                .isInstanceOf(CyclicPrerequisitesException.class);
        assertThat(catalog.version()).isEqualTo(version);
        assertThat(catalog.load().content(c)).isEmpty();

        catalog.upsertContents(List.of(content(a, List.of()), content(b, List.of(a))));
        assertThat(catalog.load().content(b).orElseThrow().prerequisiteIds()).containsExactly(a);
    }

    @Test
    void reportsUnknownReferencesUntilTheyExist() {
        var role = new Role(a, "Role", "Work", List.of(), "", List.of(new SkillRequirement(b, 1, 1)), DataSource.REAL);
        var content = new Content(
                a,
                ContentType.QUIZ,
                "Quiz",
                null,
                null,
                null,
                List.of(new SkillWeight(b, 1)),
                0,
                10,
                null,
                List.of(c),
                DataSource.REAL);

        assertThat(catalog.upsertRoles(List.of(role)).unknownReferences())
                .containsExactly(new UnknownReference(a, "requirements.skillId", b));
        assertThat(catalog.upsertContents(List.of(content)).unknownReferences())
                .containsExactly(
                        new UnknownReference(a, "skills.skillId", b), new UnknownReference(a, "prerequisiteIds", c));
        assertThat(catalog.upsertPrerequisites(List.of(edge(a, b, 1)), DataSource.REAL)
                        .unknownReferences())
                .containsExactly(new UnknownReference(a, "requiresSkillId", b), new UnknownReference(a, "skillId", a));

        catalog.upsertSkills(List.of(skill(a), skill(b)));

        assertThat(catalog.upsertRoles(List.of(role)).unknownReferences()).isEmpty();
    }

    @Test
    void refusesBadRecordsWholly() {
        assertThatThrownBy(() -> catalog.upsertSkills(List.of(skill(a), skill(b, "nul\0"))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("record 1: aliases must not contain the NUL character, has one at 3");
        assertThatThrownBy(() -> catalog.upsertSkills(List.of(skill(a), skill(a))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("record 1: id occurs twice: " + a);
        assertThatThrownBy(() -> catalog.upsertSkills(List.of(skill("x".repeat(201)))))
                .isInstanceOf(InvalidRecordException.class)
                .hasMessage("record 0: id must be at most 200 characters long, was 201");
        assertThat(catalog.load().skill(a)).isEmpty();
    }

    @Test
    void refusesLevelsAndWeightsOutOfRange() {
        var role =
                new Role(a, "Role", "Work", List.of(), "", List.of(new SkillRequirement(b, 101, 1)), DataSource.REAL);
        assertThatThrownBy(() -> catalog.upsertRoles(List.of(role)))
                .hasMessage("record 0: requirements.requiredLevel must be in [0, 100], was 101");
        assertThatThrownBy(() -> catalog.upsertPrerequisites(List.of(edge(a, b, -1)), DataSource.REAL))
                .hasMessage("record 0: requiredLevel must be in [0, 100], was -1");
        var content = new Content(
                a,
                ContentType.QUIZ,
                "Quiz",
                null,
                null,
                null,
                List.of(new SkillWeight(b, 0)),
                60,
                50,
                null,
                List.of(),
                DataSource.REAL);
        assertThatThrownBy(() -> catalog.upsertContents(List.of(content)))
                .hasMessage("record 0: levelTo must be in [60, 100], was 50");
    }

    private static Skill skill(String id, String... aliases) {
        return new Skill(id, "Skill " + id, "Area", List.of(aliases), "What it is.", DataSource.REAL);
    }

    private static Content content(String id, List<String> prerequisites) {
        return new Content(
                id,
                ContentType.COURSE,
                "Title",
                null,
                null,
                null,
                List.of(),
                0,
                50,
                30,
                prerequisites,
                DataSource.REAL);
    }

    private static Prerequisite edge(String skill, String requires, int level) {
        return new Prerequisite(skill, requires, level);
    }
}
