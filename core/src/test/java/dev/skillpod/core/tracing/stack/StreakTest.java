package dev.skillpod.core.tracing.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StreakTest {
    @Test
    void countsRunsPatternsAndSurprises() {
        Streak streak = Streak.NONE
                .after(true, 0.4)
                .after(false, -0.6)
                .after(false, -0.5)
                .after(true, 0.8);

        assertThat(streak.count()).isEqualTo(4);
        assertThat(streak.correct()).isEqualTo(2);
        assertThat(streak.first()).isEqualTo(0.4);
        assertThat(streak.surprise()).isEqualTo(0.1, within(1e-12));
        assertThat(streak.recent()).isEqualTo(((0.4 / 2 - 0.6) / 2 - 0.5) / 4 + 0.4, within(1e-12));
        assertThat(streak.run()).isEqualTo(1);
        assertThat(streak.after(true, 0).run()).isEqualTo(2);
        assertThat(streak.after(false, 0).run()).isEqualTo(-1);
        // Newest first: correct, wrong, wrong.
        assertThat(streak.pattern()).isEqualTo(2 * 9 + 3 + 1);
        assertThat(streak.rate()).isEqualTo(4 / 7.0, within(1e-12));
    }
}
