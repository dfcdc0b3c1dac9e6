package dev.skillpod.core.recommend.state;

import static dev.skillpod.core.recommend.TinyWorld.did;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.measured;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.tree.MalformedModelException;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class SkillLevelsTest {
    private static final LevelSpread SPREAD = new LevelSpread(10, 20, 6, 5, 0.5);
    private final CatalogIndex index = TinyWorld.index();

    private SkillLevels levels(LearnerHistory history) {
        return SkillLevels.of(history, OptionalInt.empty(), index, LevelModel.of("", SPREAD));
    }

    private int at(String skill) {
        return index.catalog().skillIndex(skill).orElseThrow();
    }

    @Test
    void aClaimStandsUntilSomethingIsMeasured() {
        var levels = levels(history(profile(null, skill("soup", 40)), List.of(), List.of()));

        assertThat(levels.level()[at("soup")]).isEqualTo(40);
        assertThat(levels.known()[at("soup")]).isTrue();
        assertThat(levels.known()[at("bread")]).isFalse();
        assertThat(levels.variance()[at("soup")]).isEqualTo(100);
    }

    @Test
    void aMeasurementCountsByItsPrecision() {
        var levels =
                levels(history(profile(null, skill("soup", 40)), List.of(), List.of(measured("soup", 20, 3, null))));

        // trust = 10² / (10² + 5²) = 0.8, so 40 - 0.8 · 20 = 24; variance 100 · 0.2
        assertThat(levels.level()[at("soup")]).isCloseTo(24, within(1e-4f));
        assertThat(levels.variance()[at("soup")]).isCloseTo(20, within(1e-4f));
    }

    @Test
    void whoOverclaimsOneSkillIsTakenToOverclaimTheOthers() {
        var levels = levels(history(
                profile(null, skill("soup", 40), skill("sauce", 50)),
                List.of(),
                List.of(measured("soup", 20, 3, null))));

        // one correction of -20 against (10² - 6² + 5²) / 6² = 2.472 prior ones
        assertThat(levels.level()[at("sauce")]).isCloseTo((float) (50 - 20 / (1 + 89.0 / 36)), within(1e-3f));
    }

    @Test
    void aFinishedContentLiftsByTheKeptShareOfItsPromise() {
        var levels = levels(history(
                profile(null, skill("soup", 10)), List.of(did(EngagementType.COMPLETE, "soup-intro", 4)), List.of()));

        assertThat(levels.level()[at("soup")]).isEqualTo(20);
        assertThat(levels.variance()[at("soup")]).isGreaterThan(100);
    }

    @Test
    void aModelIsReadBackAsItWasStored() {
        assertThat(LevelModel.parse(LevelModel.of("", SPREAD).text()).spread()).isEqualTo(SPREAD);
        assertThatThrownBy(() -> LevelModel.parse("level-spread 1 2 x 4 5\n"))
                .isInstanceOf(MalformedModelException.class);
        assertThatThrownBy(() -> LevelModel.parse("tree")).isInstanceOf(MalformedModelException.class);
    }
}
