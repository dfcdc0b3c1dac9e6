package dev.skillpod.core.path.offpolicy;

import java.util.List;

/**
 * A path that a randomised policy made, or the part of it that was finished.
 *
 * @param unit who it belongs to: paths of one unit may hang together, units are independent
 * @param steps in order
 */
public record LoggedPath(long unit, List<LoggedPathStep> steps) {
    public LoggedPath {
        steps = List.copyOf(steps);
    }

    /** Returns the sum of the rewards. */
    double reward() {
        return steps.stream().mapToDouble(LoggedPathStep::reward).sum();
    }
}
