package dev.skillpod.store;

import java.util.Map;

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
public record Erasure(int events, int profiles, int recommendations, int jobs, int paths, int results) {
    static Erasure of(Map<String, Integer> rows, int jobs) {
        return new Erasure(
                rows.getOrDefault("events", 0),
                rows.getOrDefault("learners", 0),
                rows.getOrDefault("recommendations", 0),
                jobs,
                rows.getOrDefault("learning_paths", 0),
                rows.getOrDefault("job_results", 0));
    }

    Erasure and(Erasure more) {
        return new Erasure(
                events + more.events,
                profiles + more.profiles,
                recommendations + more.recommendations,
                jobs + more.jobs,
                paths + more.paths,
                results + more.results);
    }
}
