package dev.skillpod.core.recommend.feature;

import static dev.skillpod.core.recommend.TinyWorld.did;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.measured;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureExtractorTest {
    private final CatalogIndex index = TinyWorld.index();
    private final List<Engagement> past = List.of(
            did(EngagementType.IMPRESSION, "soup-note", 9),
            did(EngagementType.VIEW, "soup-note", 9),
            did(EngagementType.COMPLETE, "sauce-intro", 6));

    private double[] row(LearnerHistory history, String content) {
        var row = new double[Feature.count()];
        new FeatureExtractor(TinyWorld.context(index, history), ProgressModel.parse(""))
                .extract(new int[] {index.catalog().contentIndex(content).orElseThrow()}, row, 0);
        return row;
    }

    private static double value(double[] row, Feature feature) {
        return row[feature.ordinal()];
    }

    @Test
    void laterEventsChangeNothing() {
        var profile = profile("cook", skill("sauce", 20));
        var now = history(profile, past, List.of(measured("sauce", 33, 5, "sauce-intro")));
        var engagements = new ArrayList<>(past);
        engagements.add(did(EngagementType.COMPLETE, "soup-note", 0));
        engagements.add(did(EngagementType.DISMISS, "sauce-note", -3));
        var later = history(
                profile, engagements, List.of(measured("sauce", 33, 5, "sauce-intro"), measured("soup", 90, -1, null)));

        for (var content : index.catalog().contents()) {
            assertThat(row(later, content.id())).isEqualTo(row(now, content.id()));
        }
    }

    @Test
    void theRowSaysWhatTheLearnerDidAndNeeds() {
        double[] row = row(history(profile("cook", skill("soup", 20)), past, List.of()), "soup-note");

        assertThat(value(row, Feature.MAIN_LEVEL)).isEqualTo(20);
        assertThat(value(row, Feature.MAIN_GAP)).isEqualTo(50);
        assertThat(value(row, Feature.LEVEL_TO_GAIN)).isEqualTo(20);
        assertThat(value(row, Feature.NEEDED_PROGRESS)).isEqualTo(20);
        assertThat(value(row, Feature.OWN_IMPRESSIONS)).isEqualTo(1);
        assertThat(value(row, Feature.OWN_VIEWS)).isEqualTo(1);
        assertThat(value(row, Feature.DAYS_INACTIVE)).isCloseTo(6, within(1e-4));
    }

    @Test
    void whatIsNotKnownIsNotANumber() {
        double[] row = row(history(profile(null), List.of(), List.of()), "soup-note");

        assertThat(value(row, Feature.GOAL_SIMILARITY)).isNaN();
        assertThat(value(row, Feature.INTEREST_SIMILARITY)).isNaN();
        assertThat(value(row, Feature.DAYS_INACTIVE)).isNaN();
        assertThat(value(row, Feature.NEEDED_SHARE)).isNaN();
    }

    @Test
    void aPromiseIsTheExpectedRoomOfAnUncertainLevel() {
        var certain = new RiseRows(TinyWorld.context(
                index, history(profile("cook", skill("soup", 20)), List.of(), List.of())));
        int note = index.catalog().contentIndex("soup-note").orElseThrow();
        int intro = index.catalog().contentIndex("soup-intro").orElseThrow();

        // sd 12: E[max(0, 40 - N(20, 12²))] = 20.25 and E[max(0, 30 - N(20, 12²))] = 11.40
        assertThat(certain.promise(note, 0)).isCloseTo(20.25, within(0.3));
        assertThat(certain.promise(intro, 0)).isCloseTo(11.40, within(0.3));
    }
}
