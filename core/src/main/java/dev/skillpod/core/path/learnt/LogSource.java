package dev.skillpod.core.path.learnt;

import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.List;

/** Lets a policy teach learners and records what a platform would: the way new logs come about. */
@FunctionalInterface
public interface LogSource {
    /**
     * Gathers logs.
     *
     * @param policy chooses what is practised
     * @param steps items practised per learner, at least 1
     * @param learners how many learners are taught, at least 1
     * @param batch tells this call from others: another batch gets other random streams and other learners
     */
    List<PracticeLog> gather(Policy<PracticeObservation> policy, int steps, int learners, int batch);
}
