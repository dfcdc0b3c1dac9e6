package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.recommend.RecommendationRequest;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RecentRequestsTest {
    private Instant now = Instant.parse("2026-01-05T09:00:00Z");
    private final RecentRequests recent = new RecentRequests(() -> now);

    private void ask(String tenant, String user) {
        var nobody = LearnerHistory.of(new LearnerKey(tenant, user), LearnerProfile.empty());
        recent.add(new RecommendationRequest(nobody, List.of(), 10, Set.of(), 0, false, now));
    }

    private List<String> users() {
        return recent.sample().stream()
                .map(r -> r.learner().learner())
                .map(key -> key.tenantId() + "/" + key.userId())
                .toList();
    }

    @Test
    void theLatestThirtyTwoAreKept() {
        for (int i = 0; i < 40; i++) {
            ask("t", "u" + i);
        }

        assertThat(users()).hasSize(32).contains("t/u39", "t/u8").doesNotContain("t/u7");
    }

    @Test
    void whoeverIsForgottenIsInNoneOfThem() {
        ask("t", "anna");
        ask("other", "anna");
        ask("t", "ben");
        ask("t", "anna");

        recent.forget(new LearnerKey("t", "anna"));

        assertThat(users()).containsExactlyInAnyOrder("other/anna", "t/ben");
    }

    @Test
    void noneIsKeptLongerThanAnHour() {
        ask("t", "anna");
        now = now.plusSeconds(1_800);
        ask("t", "ben");
        now = now.plusSeconds(1_801);

        assertThat(users()).containsExactly("t/ben");
    }
}
