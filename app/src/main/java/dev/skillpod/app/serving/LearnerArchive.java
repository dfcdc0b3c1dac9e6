package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerKey;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Everything that is stored about a learner, to be taken away or erased. Thread-safe. */
public interface LearnerArchive {
    /** Returns every row, as JSON objects, by kind: learners, events, recommendations, learning_paths, job_results. */
    Map<String, List<String>> export(LearnerKey learner);

    /** Erases every row, and what caches keep; returns how many rows went, by the same kinds. */
    Map<String, Integer> erase(LearnerKey learner);

    /** Returns whether the learner was erased at an instant or later: then work that was ordered before is not to be done. */
    boolean erasedSince(LearnerKey learner, Instant since);
}
