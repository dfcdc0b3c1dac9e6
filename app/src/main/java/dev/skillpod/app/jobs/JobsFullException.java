package dev.skillpod.app.jobs;

/** As many jobs are waiting as may; asking again later makes sense. */
public final class JobsFullException extends RuntimeException {
    /** Says how many are waiting. */
    public JobsFullException(int waiting) {
        super("%d batch jobs are waiting already; ask again later".formatted(waiting));
    }
}
