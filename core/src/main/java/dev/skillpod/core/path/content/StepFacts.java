package dev.skillpod.core.path.content;

import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.path.content.PathStep.Mastery;
import java.util.ArrayList;
import java.util.List;

/** Says why a content comes at its place, in sentences that the learner model bears out. */
final class StepFacts {
    private static final double LEAST_RISE = 0.5;
    private static final int MOST_OPENED = 2;

    private final PathProblem problem;
    private final int[] path;

    StepFacts(PathProblem problem, int[] path) {
        this.problem = problem;
        this.path = path;
    }

    /**
     * Returns the sentences on one step.
     *
     * @param before the state before it
     * @param levels what is told of the levels of the skills it teaches: before and after, in their order
     * @param without what has come before it; is led along the rest of the path without it
     */
    List<String> of(int place, PathState before, List<Mastery> levels, PathState without) {
        var sentences = new ArrayList<String>();
        int[] skills = problem.row(path[place]).skills();
        for (int i = 0; i < skills.length; i++) {
            raised(skills[i], levels.get(i), sentences);
        }
        opened(place, without, sentences);
        for (int i = 0; i < skills.length; i++) {
            ground(skills[i], levels.get(i), sentences);
        }
        standing(path[place], before, sentences);
        return sentences;
    }

    private static boolean rises(Mastery level) {
        return level.after().mean() - level.before().mean() >= LEAST_RISE;
    }

    private void raised(int skill, Mastery level, List<String> sentences) {
        int g = problem.goalOf[skill];
        if (g >= 0 && rises(level)) {
            Requirement required = problem.goal.requirements().get(g);
            sentences.add("Raises %s from %d to %d; %s %d."
                    .formatted(
                            required.skillName(),
                            Math.round(level.before().mean()),
                            Math.round(level.after().mean()),
                            asks(required),
                            Math.round(required.level())));
        }
    }

    private static String asks(Requirement required) {
        return switch (required.evidence().getFirst()) {
            case Evidence.Asked asked -> "the target is";
            case Evidence.ByRole role -> role.roleTitle() + " requires";
            case Evidence.ByLikeRoles roles -> "roles like " + roles.roleTitle() + " require";
            case Evidence.ByMarket market -> "the jobs looked at ask for";
        };
    }

    private void opened(int place, PathState without, List<String> sentences) {
        int content = problem.contents[path[place]];
        int told = 0;
        for (int k = place + 1; k < path.length && told < MOST_OPENED; k++) {
            int later = problem.contents[path[k]];
            var first = problem.rules.unmetContent(without, later);
            var skill = problem.rules.unmetSkill(without, later);
            if (first.isPresent() && first.getAsInt() == content) {
                sentences.add("'%s' builds on it.".formatted(title(later)));
                told++;
            } else if (first.isEmpty() && skill.isPresent() && teaches(path[place], skill.getAsInt())) {
                sentences.add("Opens the way to '%s', which needs %s at level %d."
                        .formatted(
                                title(later),
                                name(skill.getAsInt()),
                                Math.round(problem.rules.levelNeeded(later, skill.getAsInt()))));
                told++;
            }
            if (first.isEmpty() && skill.isEmpty()) {
                without.advance(path[k]);
            }
        }
    }

    private void ground(int skill, Mastery level, List<String> sentences) {
        if (problem.goalOf[skill] >= 0 || !rises(level)) {
            return;
        }
        for (int g = 0; g < problem.goal.size(); g++) {
            var row = problem.index.skill(problem.goal.skills()[g]);
            for (int i = 0; i < row.requires().length; i++) {
                if (row.requires()[i] == skill && level.before().mean() < row.levels()[i]) {
                    sentences.add("Raises %s from %d to %d; %s builds on it, at level %d."
                            .formatted(
                                    name(skill),
                                    Math.round(level.before().mean()),
                                    Math.round(level.after().mean()),
                                    problem.goal.requirements().get(g).skillName(),
                                    Math.round(row.levels()[i])));
                    return;
                }
            }
        }
    }

    /** Says where the step stands among all that may come at its place, when it is first. */
    private void standing(int candidate, PathState before, List<String> sentences) {
        double gain = before.gain(candidate);
        boolean most = gain > Baselines.LEAST_GAIN;
        boolean mostPerMinute = most;
        for (int c = 0; c < problem.size(); c++) {
            if (c != candidate && before.allowed(c)) {
                most &= before.gain(c) <= gain;
                mostPerMinute &= before.gain(c) / problem.minutes[c] <= gain / problem.minutes[candidate];
            }
        }
        if (most) {
            sentences.add("Nothing else that fits here adds more to the goal.");
        } else if (mostPerMinute) {
            sentences.add("Nothing else that fits here adds more to the goal per minute.");
        }
        if (sentences.isEmpty()) {
            sentences.add(
                    gain > 0
                            ? "Adds %.1f points to the attainment of the goal.".formatted(100 * gain)
                            : "Adds nothing to the goal by itself.");
        }
    }

    private boolean teaches(int candidate, int skill) {
        for (int s : problem.row(candidate).skills()) {
            if (s == skill) {
                return true;
            }
        }
        return false;
    }

    private String title(int content) {
        return problem.index.catalog().contents().get(content).title();
    }

    private String name(int skill) {
        return problem.index.catalog().skills().get(skill).name();
    }
}
