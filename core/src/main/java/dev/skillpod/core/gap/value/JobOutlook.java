package dev.skillpod.core.gap.value;

/**
 * The probabilities that an application to a job comes to each stage; each is at most the one before.
 *
 * @param jobId the job
 * @param viewed somebody looks at it
 * @param shortlisted it is shortlisted
 * @param interviewed it leads to an interview
 * @param hired it leads to the job
 */
public record JobOutlook(String jobId, double viewed, double shortlisted, double interviewed, double hired) {}
