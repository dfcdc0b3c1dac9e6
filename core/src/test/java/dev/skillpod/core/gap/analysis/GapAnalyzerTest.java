package dev.skillpod.core.gap.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.gap.market.Postings;
import dev.skillpod.core.gap.market.SkillDemand;
import dev.skillpod.core.gap.market.UsualLevels;
import dev.skillpod.core.gap.relation.Neighbour;
import dev.skillpod.core.gap.relation.SkillRelations;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.gap.requirement.TargetSkill;
import dev.skillpod.core.gap.role.RoleSkillModel;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.RoleMatcher;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Size, urgency, neighbours and next steps of gaps in a tiny kitchen. */
class GapAnalyzerTest {
    private final CatalogIndex index = TinyWorld.index();
    private final SkillRelations relations = SkillRelations.of(index, List.of());
    private final UsualLevels usual = UsualLevels.of(index.catalog(), List.of());

    private GapReport analyze(SkillDemand demand, List<LearnerSkill> skills, TargetSkill... targets) {
        var finder = new RequirementFinder(
                index.catalog(), new RoleMatcher(index), RoleSkillModel.of(index), new Postings(List.of()), usual);
        var analyzer = new GapAnalyzer(index, finder, relations, usual, () -> demand, null);
        var profile = new LearnerProfile(skills, List.of(), null, null, null, 10);
        return analyzer.analyze(new GapRequest(
                LearnerHistory.of(TinyWorld.LEARNER, profile), Map.of(), List.of(targets), TinyWorld.NOW));
    }

    private static TargetSkill target(String skill, int level) {
        return new TargetSkill(skill, skill, level);
    }

    @Test
    void urgencyIsMissingShareTimesWeightTimesDemand() {
        var demand = new SkillDemand(Map.of("soup", 100.0, "sauce", 0.0), Map.of());
        GapReport report =
                analyze(demand, List.of(new LearnerSkill("soup", 60, null)), target("soup", 80), target("sauce", 80));

        Gap sauce = report.gaps().getFirst();
        assertThat(sauce.requirement().skillId()).isEqualTo("sauce");
        // All of 80 is missing, or what soup does not lend of it; weight 0.8 of a target; least demand 0.75.
        assertThat(sauce.urgency()).isCloseTo(100 * sauce.size() / 80 * 0.8 * 0.75, within(1e-9));
        Gap soup = report.gaps().get(1);
        assertThat(soup.size()).isEqualTo(20);
        assertThat(soup.urgency()).isCloseTo(100 * 20 / 80.0 * 0.8 * 1.25, within(1e-9));
        assertThat(soup.priority()).isEqualTo(Priority.MEDIUM);
        assertThat(soup.impact()).isNull();
    }

    @Test
    void aDependentSkillLendsToItsPrerequisite() {
        int dough = index.catalog().skillIndex("dough").orElseThrow();
        Neighbour bread = relations.of(dough).stream()
                .filter(n -> index.catalog().skills().get(n.skill()).id().equals("bread"))
                .findFirst()
                .orElseThrow();
        GapReport report =
                analyze(SkillDemand.unknown(), List.of(new LearnerSkill("bread", 90, null)), target("dough", 70));

        Gap gap = report.gaps().getFirst();
        assertThat(gap.adjacent().getFirst().skillId()).isEqualTo("bread");
        assertThat(gap.size()).isCloseTo(70 - 90 * bread.transfer(), within(1e-9));
        assertThat(gap.type()).isEqualTo(GapType.MISSING);
    }

    @Test
    void stepsBeginWithWhatIsMissingFirst() {
        Gap bread = analyze(SkillDemand.unknown(), List.of(), target("bread", 60))
                .gaps()
                .getFirst();

        assertThat(bread.steps().getFirst().text())
                .isEqualTo("First bring dough to level 40 (now 0): bread builds on it");
        assertThat(bread.steps()).extracting(NextStep::contentId).contains("bread-intro");
        assertThat(bread.steps().getLast().contentId()).startsWith("bread-");

        Gap soup = analyze(SkillDemand.unknown(), List.of(new LearnerSkill("soup", 55, null)), target("soup", 80))
                .gaps()
                .getFirst();
        // The advanced course builds on the practice, which comes first.
        assertThat(soup.steps()).extracting(NextStep::contentId).containsExactly("soup-practice", "soup-advanced");

        Gap expert = analyze(SkillDemand.unknown(), List.of(new LearnerSkill("soup", 85, null)), target("soup", 100))
                .gaps()
                .getFirst();
        assertThat(expert.steps().getFirst().text())
                .isEqualTo("The catalogue has no content that teaches soup beyond level 85");
    }

    @Test
    void gapsComeByPriorityThenBySize() {
        GapReport report = analyze(
                SkillDemand.unknown(),
                List.of(new LearnerSkill("soup", 50, null), new LearnerSkill("sauce", 60, null)),
                target("sauce", 62),
                target("soup", 58),
                target("bread", 90),
                target("dough", 100));

        assertThat(report.gaps())
                .isSortedAccordingTo((a, b) -> a.priority() == b.priority()
                        ? Double.compare(b.size(), a.size())
                        : a.priority().compareTo(b.priority()));
        assertThat(report.gaps()).hasSize(4);
    }
}
