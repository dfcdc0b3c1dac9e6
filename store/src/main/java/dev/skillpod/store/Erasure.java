package dev.skillpod.store;

/**
 * What was erased of a learner.
 *
 * @param events events of the log
 * @param profiles profiles, 0 or 1
 * @param recommendations served lists
 * @param jobs finished jobs whose request or result named the learner
 * @param paths learning paths
 * @param results answers of batch jobs
 */
public record Erasure(int events, int profiles, int recommendations, int jobs, int paths, int results) {}
