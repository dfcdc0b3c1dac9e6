package dev.skillpod.app.security;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.access.Caller;
import dev.skillpod.app.access.Role;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class RateLimitsTest {
    private final Caller one = new Caller("key:one", Set.of(Role.CALLER), null);
    private final Caller two = new Caller("key:two", Set.of(Role.CALLER), null);
    private long nanos = Long.MAX_VALUE - 1_000;

    @Test
    void aKeyMayTwiceItsRateAtOnceAndItsRateAfterwards() {
        var limits = new RateLimits(10, () -> nanos);
        for (int i = 0; i < 20; i++) {
            assertThat(limits.request(one, new MockHttpServletResponse())).isZero();
        }
        var refused = new MockHttpServletResponse();
        assertThat(limits.request(one, refused)).isEqualTo(1);
        assertThat(refused.getHeader("RateLimit-Limit")).isEqualTo("20");
        assertThat(refused.getHeader("RateLimit-Remaining")).isEqualTo("0");
        assertThat(refused.getHeader("RateLimit-Reset")).isEqualTo("2");
        assertThat(limits.request(two, new MockHttpServletResponse())).isZero();

        nanos += 500_000_000L; // and over the end of what a long can count
        for (int i = 0; i < 5; i++) {
            assertThat(limits.request(one, new MockHttpServletResponse())).isZero();
        }
        assertThat(limits.request(one, new MockHttpServletResponse())).isEqualTo(1);
    }

    @Test
    void noLimitAndNoKeyAreNotCounted() {
        var none = new RateLimits(0, () -> nanos);
        var keyless = new Caller("none", Set.of(Role.CALLER), null, true);
        for (int i = 0; i < 10_000; i++) {
            assertThat(none.request(one, new MockHttpServletResponse())).isZero();
            assertThat(new RateLimits(1, () -> nanos).request(keyless, new MockHttpServletResponse()))
                    .isZero();
        }
    }

    @Test
    void wrongKeysAreCountedPerAddress() {
        var limits = new RateLimits(10, () -> nanos);
        int refused = 0;
        for (int i = 0; i < 600; i++) {
            refused += limits.refused("10.0.0.1") > 0 ? 1 : 0;
        }
        assertThat(refused).isEqualTo(100);
        assertThat(limits.refused("10.0.0.2")).isZero();
    }
}
