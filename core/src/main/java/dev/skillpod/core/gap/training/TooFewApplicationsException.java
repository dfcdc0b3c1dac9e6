package dev.skillpod.core.gap.training;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.model.InsufficientDataException;
import java.util.List;

/** Neither applications nor postings suffice to learn from; the message says what is there and what is needed. */
public final class TooFewApplicationsException extends InsufficientDataException {
    TooFewApplicationsException(List<LearnerHistory> histories, List<JobPosting> postings) {
        super("the log holds "
                + histories.stream().mapToInt(h -> h.outcomes().size()).sum()
                + " answered applications and "
                + postings.stream().filter(p -> p.pay() != null).count()
                + " job postings with pay; needed are 300 of the one (some hired, some not, over time) or 60"
                + " of the other");
    }
}
