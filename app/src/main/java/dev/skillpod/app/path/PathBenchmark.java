package dev.skillpod.app.path;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Episode;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeDynamics;
import dev.skillpod.core.path.practice.PracticeEnvironment;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** Lets a policy teach every learner of a list. */
public final class PathBenchmark {
    private PathBenchmark() {}

    /**
     * Plays one episode per learner. The policy gets the observations of the environment and nothing else.
     *
     * @param steps items practised per episode, at least 1
     * @param run seed, threads and progress; the result is the same for any number of threads
     * @return the episodes in the order of the learners
     */
    public static Episode[] play(
            PracticeDynamics dynamics,
            List<Learner> learners,
            Policy<PracticeObservation> policy,
            int steps,
            TrainingRun run) {
        var episodes = new Episode[learners.size()];
        var done = new AtomicInteger();
        try (var loop = new ParallelLoop(run.threads())) {
            loop.forEach(episodes.length, i -> {
                var environment = new PracticeEnvironment(dynamics, learners.get(i), steps);
                episodes[i] = Episode.play(environment, policy, run.random("path.episode." + steps, i));
                run.progress().report(policy.name() + ", " + steps + " steps", done.incrementAndGet(), episodes.length);
            });
        }
        return episodes;
    }

    /** Returns the rewards of episodes. */
    public static double[] rewards(Episode[] episodes) {
        return Arrays.stream(episodes).mapToDouble(Episode::reward).toArray();
    }
}
