package dev.skillpod.app.http.path;

import dev.skillpod.app.serving.LearningPathSource.LearningPaths;
import dev.skillpod.core.gap.requirement.RequirementFinder;
import dev.skillpod.core.path.content.ContentPath;
import dev.skillpod.core.path.content.ContentPathPlanner;
import dev.skillpod.core.path.content.PathLimits;
import dev.skillpod.core.path.content.PathStep;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Writes a plan in the words of the wire.
 *
 * @param path what was planned
 * @param found what it leads to
 * @param limits what it may take
 * @param paths what planned it
 * @param now when
 * @param deadline until when it may last
 * @param deadlineAssumed whether the request named no deadline
 */
record PlanWriter(
        ContentPath path,
        RequirementFinder.Found found,
        PathLimits limits,
        LearningPaths paths,
        Instant now,
        Instant deadline,
        boolean deadlineAssumed) {
    PathView.Plan write(List<String> warnings) {
        var calendar = PathCalendar.of(path.steps(), limits.weeklyHours() * 60, now);
        return new PathView.Plan(
                found.role()
                        .map(role -> new PathView.RoleView(role.id(), role.title()))
                        .orElse(null),
                new PathView.Attainment(
                        PathView.EstimateView.shares(path.before()), PathView.EstimateView.shares(path.after())),
                path.skills().stream().map(PlanWriter::skill).toList(),
                IntStream.range(0, path.steps().size())
                        .mapToObj(k -> StepView.of(
                                k + 1, path.steps().get(k), calendar.spans().get(k)))
                        .toList(),
                path.milestones().stream().map(PlanWriter::milestone).toList(),
                calendar.weeks(),
                PathView.round(path.minutes(), 10),
                PathView.round(limits.minutes(), 10),
                (int) limits.weeklyHours(),
                deadline.toString(),
                deadlineAssumed,
                limits.maxItems(),
                path.limitedBy(),
                path.moreHours().stream()
                        .map(more -> new PathView.MoreHoursView(
                                PathView.round(more.weeklyHours(), 10), PathView.round(more.attainment(), 10_000)))
                        .toList(),
                path.unplaced().stream()
                        .map(content -> new PathView.UnplacedView(content.contentId(), content.reason()))
                        .toList(),
                path.method(),
                path.baselines().entrySet().stream()
                        .map(baseline -> new PathView.BaselineView(
                                baseline.getKey(), PathView.EstimateView.shares(baseline.getValue())))
                        .toList(),
                assumptions(),
                ContentPathPlanner.POLICY,
                paths.policyVersion(),
                paths.modelVersion(),
                paths.dataSource(),
                List.copyOf(warnings));
    }

    private List<String> assumptions() {
        var assumptions = new ArrayList<String>();
        if (deadlineAssumed) {
            assumptions.add("no deadline was given: the path may take 12 weeks");
        }
        if (!path.learnt()) {
            assumptions.add(
                    "too little was measured to learn what contents bring: who finishes one is taken to keep a fifth of"
                            + " what it promises");
        }
        if (path.steps().stream().anyMatch(PathStep::assumedMinutes)) {
            assumptions.add("where nobody knows how long a content takes, the catalogue's median was taken");
        }
        return assumptions;
    }

    private static PathView.SkillView skill(ContentPath.SkillOutcome skill) {
        return new PathView.SkillView(
                skill.skillId(),
                skill.skillName(),
                PathView.round(skill.required(), 10),
                PathView.round(skill.weight(), 1000),
                PathView.EstimateView.levels(skill.before()),
                PathView.EstimateView.levels(skill.after()));
    }

    private static PathView.MilestoneView milestone(ContentPath.Milestone milestone) {
        return new PathView.MilestoneView(
                milestone.step(),
                milestone.skillId(),
                milestone.skillName(),
                milestone.from().name(),
                milestone.to().name(),
                "%s: from %s to %s"
                        .formatted(
                                milestone.skillName(),
                                milestone.from().name().toLowerCase(Locale.ROOT),
                                milestone.to().name().toLowerCase(Locale.ROOT)));
    }
}
