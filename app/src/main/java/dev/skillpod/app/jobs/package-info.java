/**
 * Long work beside serving: {@link dev.skillpod.app.jobs.BatchJobs} answers many users' requests on a few threads of its own,
 * keeping state and results in {@link dev.skillpod.app.serving.JobLog}, so that a job can be followed and cancelled from any
 * instance.
 */
@NullMarked
package dev.skillpod.app.jobs;

import org.jspecify.annotations.NullMarked;
