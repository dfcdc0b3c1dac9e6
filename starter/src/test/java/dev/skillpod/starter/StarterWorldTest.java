package dev.skillpod.starter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerEvent;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What a platform would see: shape, order and determinism of the log. */
class StarterWorldTest {
    private static final StarterConfig CONFIG = StarterConfig.defaults().withLearners(200);
    private static final StarterWorld WORLD = StarterWorld.generate(CONFIG, TestCatalog.small(), 2);

    @Test
    void sameSeedGivesTheSameWorldOnAnyNumberOfThreads() {
        for (int threads : new int[] {1, 2, 3}) {
            StarterWorld again = StarterWorld.generate(CONFIG, TestCatalog.small(), threads);
            assertThat(again.histories().equals(WORLD.histories()))
                    .as("histories on %d threads", threads)
                    .isTrue();
            assertThat(again.demand().equals(WORLD.demand())).isTrue();
            assertThat(again.truth().trueGains("starter-00117"))
                    .containsExactly(WORLD.truth().trueGains("starter-00117"));
        }
        StarterWorld other = StarterWorld.generate(CONFIG.withSeed(7), TestCatalog.small(), 2);
        assertThat(other.histories()).isNotEqualTo(WORLD.histories());
    }

    @Test
    void aLearnerDoesNotDependOnHowManyOthersThereAre() {
        StarterWorld fewer = StarterWorld.generate(CONFIG.withLearners(20), TestCatalog.small(), 1);
        assertThat(fewer.histories()).isEqualTo(WORLD.histories().subList(0, 20));
    }

    @Test
    void learnersComeInOrderAndBelongToTheTenant() {
        var seen = new ArrayList<String>();
        WORLD.activityLog().forEachLearner(h -> seen.add(h.learner().userId()));
        assertThat(seen).hasSize(200).isSorted().doesNotHaveDuplicates().startsWith("starter-00001");
        assertThat(WORLD.histories()).allMatch(h -> h.learner().tenantId().equals("default"));
    }

    @Test
    void everyEventIsInsideTheWindowInOrderAndUnique() {
        var ids = new HashSet<String>();
        for (LearnerHistory history : WORLD.histories()) {
            for (List<? extends LearnerEvent> list : lists(history)) {
                assertThat(list).isSortedAccordingTo(Comparator.comparing(LearnerEvent::occurredAt));
                for (LearnerEvent event : list) {
                    assertThat(event.occurredAt()).isBefore(CONFIG.end()).isAfterOrEqualTo(CONFIG.start());
                    assertThat(event.learner()).isEqualTo(history.learner());
                    assertThat(ids.add(event.eventId())).as(event.eventId()).isTrue();
                    assertThat(event.eventId())
                            .startsWith("sw-" + history.learner().userId().substring(8));
                }
            }
        }
    }

    @Test
    void nothingFinishedDismissedOrUnderWayIsShownAgain() {
        int finished = 0;
        for (LearnerHistory history : WORLD.histories()) {
            var closed = new HashSet<String>();
            for (Engagement e : history.engagements()) {
                switch (e.type()) {
                    case IMPRESSION -> assertThat(closed).as(e.eventId()).doesNotContain(e.contentId());
                    case COMPLETE, DISMISS -> {
                        closed.add(e.contentId());
                        finished++;
                    }
                    default -> {}
                }
            }
        }
        assertThat(finished).isGreaterThan(200);
    }

    @Test
    void everyListIsWholeWithPropensitiesAndEveryReactionFollowsItsImpression() {
        for (LearnerHistory history : WORLD.histories()) {
            Map<String, List<Engagement>> shown = new HashMap<>();
            for (Engagement e : history.engagements()) {
                assertThat(e.recommendationId()).isNotNull();
                if (e.type() == EngagementType.IMPRESSION) {
                    assertThat(e.propensity()).isGreaterThan(0).isLessThanOrEqualTo(1);
                    shown.computeIfAbsent(e.recommendationId(), k -> new ArrayList<>())
                            .add(e);
                    assertThat(e.position())
                            .isEqualTo(shown.get(e.recommendationId()).size());
                } else {
                    assertThat(e.propensity()).isNull();
                    assertThat(shown.get(e.recommendationId()))
                            .as(e.eventId())
                            .anyMatch(i -> i.contentId().equals(e.contentId())
                                    && i.position().equals(e.position()));
                }
            }
            assertThat(shown.values()).allMatch(list -> list.size() == CONFIG.listLength());
            for (List<Engagement> list : shown.values()) {
                assertThat(list).extracting(Engagement::contentId).doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void profilesTellPartOfTheTruth() {
        Catalog catalog = WORLD.catalog();
        int named = 0;
        int overclaimed = 0;
        int claims = 0;
        for (LearnerHistory history : WORLD.histories()) {
            String role = history.profile().targetRole();
            if (role == null) {
                assertThat(history.profile().careerGoals()).isNotEmpty();
            } else {
                named++;
                String id = WORLD.truth().targetRole(history.learner().userId());
                assertThat(role).isIn(id, "Title " + id, "Alias " + id);
            }
            double[] truth = WORLD.truth().trueMastery(history.learner().userId());
            for (var claim : history.profile().skills()) {
                claims++;
                overclaimed += claim.level()
                                > truth[catalog.skillIndex(claim.skillId()).orElseThrow()]
                        ? 1
                        : 0;
            }
        }
        // 88 % name a role: 176 +- 4 * sqrt(200 * 0.88 * 0.12) = 176 +- 18.4
        assertThat(named).isBetween(157, 195);
        assertThat(overclaimed / (double) claims).isBetween(0.2, 0.8);
    }

    @Test
    void badInputIsRefused() {
        assertThatThrownBy(() -> StarterWorld.generate(CONFIG, Catalog.empty(), 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("must have skills, roles and contents");
        assertThatThrownBy(() -> StarterWorld.generate(CONFIG, TestCatalog.small(), 0))
                .hasMessage("threads must be in [1, 256], was 0");
    }

    private static List<List<? extends LearnerEvent>> lists(LearnerHistory h) {
        return Stream.<List<? extends LearnerEvent>>of(h.engagements(), h.assessments(), h.signals(), h.outcomes())
                .toList();
    }
}
