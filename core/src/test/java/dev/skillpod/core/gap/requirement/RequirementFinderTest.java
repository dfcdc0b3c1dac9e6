package dev.skillpod.core.gap.requirement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.SignalType;
import dev.skillpod.core.catalog.SkillRequirement;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The three sources of requirements, alone and together. */
class RequirementFinderTest {
    private final CatalogIndex index = TinyWorld.index();
    private final RequirementFinder finder = new RequirementFinder(
            index.catalog(),
            new RoleMatcher(index),
            RoleSkillModel.of(index),
            new Postings(List.of()),
            UsualLevels.of(index.catalog(), List.of()));

    private static LearnerHistory learner(@Nullable String role, List<String> goals, List<LearnerSkill> skills) {
        return LearnerHistory.of(TinyWorld.LEARNER, new LearnerProfile(skills, goals, role, null, null, 10));
    }

    private static Requirement of(RequirementFinder.Found found, String skill) {
        return found.requirements().stream()
                .filter(requirement -> requirement.skillId().equals(skill))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aRoleRequiresWhatTheCatalogueSays() {
        var found = finder.find(learner("bread maker", List.of(), List.of()), List.of(), TinyWorld.NOW);
        SkillRequirement dough =
                index.catalog().role("baker").orElseThrow().requirements().getFirst();

        assertThat(found.role().orElseThrow().id()).isEqualTo("baker");
        assertThat(found.requirements()).extracting(Requirement::skillId).containsExactly("dough", "bread");
        assertThat(of(found, "dough").level()).isEqualTo(dough.requiredLevel());
        assertThat(of(found, "dough").weight()).isCloseTo(dough.importance(), within(1e-12));
        assertThat(of(found, "dough").marketOnly()).isFalse();
    }

    @Test
    void aTargetDecidesTheLevelAndAllEvidenceTheWeight() {
        var targets = List.of(
                new TargetSkill("dough", "dough", 10),
                new TargetSkill("dough", "dough", 95),
                new TargetSkill("origami", "Origami", 30));
        var found = finder.find(learner("baker", List.of(), List.of()), targets, TinyWorld.NOW);
        double importance = index.catalog()
                .role("baker")
                .orElseThrow()
                .requirements()
                .getFirst()
                .importance();

        assertThat(of(found, "dough").level()).isEqualTo(95);
        assertThat(of(found, "dough").weight()).isCloseTo(1 - 0.2 * (1 - importance), within(1e-12));
        assertThat(of(found, "dough").evidence()).hasSize(2);
        assertThat(of(found, "origami").skillName()).isEqualTo("Origami");
    }

    @Test
    void theMarketJoinsTheRole() {
        var signal = new MarketSignal(
                "s",
                TinyWorld.LEARNER,
                TinyWorld.NOW.minus(Duration.ofDays(1)),
                SignalType.JOB_REJECTION,
                List.of("dough", "soup"),
                "j",
                null,
                null);
        LearnerHistory who = learner("baker", List.of(), List.of());
        var history =
                new LearnerHistory(who.learner(), who.profile(), List.of(), List.of(), List.of(signal), List.of());
        var found = finder.find(history, List.of(), TinyWorld.NOW);

        assertThat(of(found, "dough").evidence())
                .hasExactlyElementsOfTypes(Evidence.ByRole.class, Evidence.ByMarket.class);
        assertThat(of(found, "soup").marketOnly()).isTrue();
    }

    @Test
    void skillsNeverChangeWhatIsRequired() {
        // Someone with all of a cook's skills and no goal is not taken for a cook: gaps would come and go with skills.
        var skills = List.of(new LearnerSkill("sauce", 90, null), new LearnerSkill("soup", 90, null));
        assertThat(finder.find(learner(null, List.of(), skills), List.of(), TinyWorld.NOW)
                        .requirements())
                .isEmpty();
        assertThat(finder.find(learner(null, List.of("I want to be a Master Baker"), skills), List.of(), TinyWorld.NOW)
                        .role()
                        .orElseThrow()
                        .id())
                .isEqualTo("baker");
    }

    @Test
    void aTextThatMeansNoRoleRequiresWhatRolesLikeItDo() {
        var found = finder.find(learner("zzz qqq", List.of(), List.of()), List.of(), TinyWorld.NOW);

        assertThat(found.role()).isEmpty();
        assertThat(found.warnings().getFirst())
                .startsWith("target_role 'zzz qqq' means no role of the catalogue; nearest: ");
        assertThat(found.requirements())
                .allSatisfy(requirement -> assertThat(requirement.evidence())
                        .singleElement()
                        .isInstanceOfSatisfying(Evidence.ByLikeRoles.class, like -> {
                            assertThat(like.probability()).isBetween(0.3, 1.0);
                            assertThat(like.weight()).isLessThanOrEqualTo(like.probability());
                        }));
    }
}
