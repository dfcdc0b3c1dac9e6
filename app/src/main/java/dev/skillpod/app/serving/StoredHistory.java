package dev.skillpod.app.serving;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what is stored of learners for one request. When the store does not answer, a learner is one of whom nothing is stored,
 * and {@link #degraded} says so. Used by one thread.
 */
public final class StoredHistory {
    /** What an answer says that was made without the stored history. */
    public static final String NOT_USED = "postgresql is down: the stored history is not used";

    private final LearnerDirectory learners;
    private final Degradation degradation;
    private final RequestTrace trace;
    private boolean missing;

    /** Prepares one request; the trace is told when its history is missing. */
    public StoredHistory(LearnerDirectory learners, Degradation degradation, RequestTrace trace) {
        this.learners = learners;
        this.degradation = degradation;
        this.trace = trace;
    }

    /** Returns profile and events; empty ones also when the store does not answer. */
    public LearnerHistory of(LearnerKey learner) {
        try {
            return learners.history(learner);
        } catch (StoreUnavailableException e) {
            missing = true;
            trace.fallback(Fallback.WITHOUT_HISTORY);
            return LearnerHistory.of(learner, LearnerProfile.empty());
        }
    }

    /** Returns whether the store did not answer. */
    public boolean missing() {
        return missing;
    }

    /** Returns what was degraded while this request was answered. */
    public List<String> degraded() {
        List<String> reasons = degradation.reasons();
        if (!missing || reasons.contains(NOT_USED)) {
            return reasons;
        }
        var all = new ArrayList<>(reasons);
        all.addFirst(NOT_USED);
        return List.copyOf(all);
    }
}
