package dev.skillpod.app.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.access.Role;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.FilterChainProxy;

/** What checking a stored key, its role and its rate costs a request, in processor time. */
class AccessCostTest extends GuardedHttpTest {
    private static final int REQUESTS = 5_000;

    @Autowired
    FilterChainProxy filters;

    @Test
    void lessThanATenthOfAMillisecond() throws ServletException, IOException {
        String key = key(Role.CALLER, "acme");
        round(key);
        round(key);
        long begin = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        round(key);
        double micros = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begin) / 1e3 / REQUESTS;

        System.out.printf("access to a route: %.1f us of processor time%n", micros);
        assertThat(micros).isLessThan(100);
    }

    private void round(String key) throws ServletException, IOException {
        for (int i = 0; i < REQUESTS; i++) {
            var request = new MockHttpServletRequest("POST", GENERATE);
            request.addHeader("Authorization", "Bearer " + key);
            var response = new MockHttpServletResponse();
            var chain = new MockFilterChain();
            filters.doFilter(request, response, chain);
            assertThat(chain.getRequest())
                    .as("status %d", response.getStatus())
                    .isInstanceOfSatisfying(
                            HttpServletRequest.class,
                            passed -> assertThat(passed.getRemoteUser()).startsWith("key:"));
        }
    }
}
