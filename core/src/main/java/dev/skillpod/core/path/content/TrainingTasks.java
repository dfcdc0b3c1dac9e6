package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Role;
import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.model.TrainingRun;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Draws learners with goals and limits to train on: learners of the log, at the end of it; mostly the role they work towards, else any;
 * from an hour a week for two weeks to thirty for half a year; 3 to 30 contents. Thread-safe.
 */
final class TrainingTasks {
    private static final double OTHER_ROLE = 0.3;

    private final ContentPathPlanner planner;
    private final List<LearnerHistory> learners;
    private final TrainingRun run;

    TrainingTasks(ContentPathPlanner planner, List<LearnerHistory> learners, TrainingRun run) {
        this.planner = planner;
        this.learners = learners;
        this.run = run;
    }

    /** Returns the {@code i}-th problem, or null when that learner has no goal. */
    @Nullable
    PathProblem problem(int i) {
        RandomGenerator random = run.random("path-policy.learner", i);
        if (learners.isEmpty() || planner.catalog().roles().isEmpty()) {
            return null;
        }
        LearnerHistory learner = learners.get(random.nextInt(learners.size()));
        OptionalInt role = planner.roles().match(learner);
        List<Role> roles = planner.catalog().roles();
        boolean other = role.isEmpty() || random.nextDouble() < OTHER_ROLE;
        Role goal = roles.get(other ? random.nextInt(roles.size()) : role.getAsInt());
        double hours = Math.exp(random.nextDouble() * Math.log(30));
        double weeks = Math.exp(Math.log(2) + random.nextDouble() * Math.log(13));
        var limits = new PathLimits(hours, weeks, 3 + random.nextInt(28), Set.of(), List.of(), Set.of());
        return planner.problem(new ContentPathRequest(learner, requirements(goal), limits, run.asOf()));
    }

    /** Returns the learners that the {@code i}-th one may be. */
    LearnerDraws draws(PathProblem problem, int count, int i) {
        return planner.draws(problem, run.random("path-policy.draws", i).nextLong(), count);
    }

    /** Returns what a role requires. */
    static List<Requirement> requirements(Role role) {
        return role.requirements().stream()
                .map(r -> new Requirement(
                        r.skillId(),
                        r.skillId(),
                        r.requiredLevel(),
                        r.importance(),
                        List.of(new Evidence.ByRole(role.id(), role.title(), r.requiredLevel(), r.importance()))))
                .toList();
    }
}
