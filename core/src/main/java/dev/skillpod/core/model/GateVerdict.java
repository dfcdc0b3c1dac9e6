package dev.skillpod.core.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gate said of a version: it passes when every check passed.
 *
 * @param against the champion it was compared with; null when there was none
 * @param checks in a stable order
 * @param judgedAt when
 */
public record GateVerdict(@Nullable String against, List<GateCheck> checks, Instant judgedAt) {
    public GateVerdict {
        checks = List.copyOf(checks);
    }

    /** Returns whether every check passed; no check at all is no pass. */
    public boolean passed() {
        return !checks.isEmpty() && checks.stream().allMatch(GateCheck::passed);
    }

    /** Returns the rules that were not met; empty when it passed. */
    public List<String> reasons() {
        return checks.isEmpty()
                ? List.of("nothing was checked")
                : checks.stream()
                        .filter(check -> !check.passed())
                        .map(check -> check.name() + ": " + check.detail())
                        .toList();
    }
}
