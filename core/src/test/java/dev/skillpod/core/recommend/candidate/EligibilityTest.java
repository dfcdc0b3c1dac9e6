package dev.skillpod.core.recommend.candidate;

import static dev.skillpod.core.recommend.TinyWorld.did;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.measured;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class EligibilityTest {
    private final CatalogIndex index = TinyWorld.index();

    private int at(String content) {
        return index.catalog().contentIndex(content).orElseThrow();
    }

    private Eligibility rules(LearnerHistory history, ContentType... types) {
        return new Eligibility(TinyWorld.state(index, history), Set.of(types));
    }

    @Test
    void finishedAndDismissedContentsAreNeverShown() {
        var rules = rules(history(
                profile(null),
                List.of(
                        did(EngagementType.COMPLETE, "soup-intro", 9),
                        did(EngagementType.DISMISS, "sauce-intro", 8),
                        did(EngagementType.START, "dough-intro", 7)),
                List.of()));

        assertThat(rules.eligible(at("soup-intro"))).isFalse();
        assertThat(rules.eligible(at("sauce-intro"))).isFalse();
        assertThat(rules.eligible(at("dough-intro"))).isTrue();
    }

    @Test
    void onlyTheTypesAskedForAreShown() {
        var rules = rules(history(profile(null), List.of(), List.of()), ContentType.ARTICLE);

        assertThat(rules.eligible(at("soup-note"))).isTrue();
        assertThat(rules.eligible(at("soup-intro"))).isFalse();
    }

    @Test
    void anUnmetPrerequisiteContentBringsThatContent() {
        var history = history(profile("cook", skill("sauce", 40)), List.of(), List.of());
        var rules = rules(history);

        assertThat(rules.eligible(at("sauce-advanced"))).isFalse();
        assertThat(new Bridges(TinyWorld.context(index, history), rules).towards(at("sauce-advanced")))
                .hasValue(at("sauce-practice"));
        assertThat(rules(history(profile("cook", skill("sauce", 56)), List.of(), List.of()))
                        .eligible(at("sauce-advanced")))
                .isTrue();
    }

    @Test
    void anUnmetPrerequisiteSkillBringsAContentThatTeachesIt() {
        var history = history(profile("baker", skill("dough", 10), skill("bread", 5)), List.of(), List.of());
        var rules = rules(history);

        assertThat(rules.unmetSkill(at("bread-intro")))
                .hasValue(index.catalog().skillIndex("dough").orElseThrow());
        int bridge = new Bridges(TinyWorld.context(index, history), rules)
                .towards(at("bread-intro"))
                .orElseThrow();
        assertThat(index.content(bridge).mainSkill())
                .isEqualTo(index.catalog().skillIndex("dough").orElseThrow());
        assertThat(rules.eligible(bridge)).isTrue();
    }

    @Test
    void whatIsOnlyEstimatedIsNotHeldAgainstALearner() {
        var claimed = rules(history(profile("baker", skill("dough", 5)), List.of(), List.of()));
        var silent = rules(history(profile("baker", skill("soup", 5)), List.of(), List.of()));

        assertThat(claimed.eligible(at("bread-intro"))).isFalse();
        assertThat(silent.eligible(at("bread-intro"))).isTrue();
    }

    @Test
    void aContentFarAboveTheLevelIsOutOfReach() {
        var history = history(
                profile("cook"),
                List.of(did(EngagementType.COMPLETE, "soup-practice", 5)),
                List.of(measured("soup", 12, 4, null)));

        assertThat(rules(history).eligible(at("soup-advanced"))).isFalse();
    }
}
