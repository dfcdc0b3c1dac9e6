package dev.skillpod.core.path.content;

import dev.skillpod.core.activity.Proficiency;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.path.content.ContentPath.Milestone;
import dev.skillpod.core.path.content.ContentPath.SkillOutcome;
import dev.skillpod.core.path.content.PathStep.Alternative;
import dev.skillpod.core.path.content.PathStep.Mastery;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Describes a path step by step: masteries, reasons, alternatives and milestones. */
final class PathDescription {
    private static final double WHOLE = 100;
    private static final int MOST_TRIED = 6;
    private static final int MOST_ALTERNATIVES = 2;

    private final PathProblem problem;
    private final Catalog catalog;
    private final int[] path;
    private final Set<String> pinned;
    private final List<PathStep> steps = new ArrayList<>();
    private final List<Milestone> milestones = new ArrayList<>();
    private final List<SkillOutcome> skills = new ArrayList<>();

    /**
     * Walks a path.
     *
     * @param report what is told is estimated on these draws
     * @param start the state before the path on the draws that paths were compared on
     */
    PathDescription(PathProblem problem, int[] path, LearnerDraws report, PathState start) {
        this.problem = problem;
        this.catalog = problem.index.catalog();
        this.path = path;
        this.pinned = new HashSet<>(problem.limits.pinned());
        int[] taught = IntStream.of(path)
                .flatMap(c -> IntStream.of(problem.row(c).skills()))
                .distinct()
                .toArray();
        walk(new PathState(problem, report, taught), start);
    }

    List<PathStep> steps() {
        return steps;
    }

    List<Milestone> milestones() {
        return milestones;
    }

    List<SkillOutcome> skills() {
        return skills;
    }

    private void walk(PathState told, PathState start) {
        var facts = new StepFacts(problem, path);
        PathState before = start.copy();
        PathState after = start.copy();
        PathState scratch = start.copy();
        var goal = problem.goal;
        var first = new Estimate[goal.size()];
        var stages = new Proficiency[goal.size()];
        for (int g = 0; g < first.length; g++) {
            first[g] = estimate(told, goal.skills()[g]);
            stages[g] = Stage.of(first[g].mean());
        }
        double whole = whole(start, scratch);
        for (int k = 0; k < path.length; k++) {
            int[] taught = problem.row(path[k]).skills();
            Estimate[] masteryBefore = estimates(told, taught);
            double attained = told.attainment();
            told.advance(path[k]);
            after.become(before);
            after.advance(path[k]);
            List<Alternative> alternatives = alternatives(k, before, scratch, whole);
            scratch.become(before);
            List<Mastery> mastery = mastery(taught, masteryBefore, estimates(told, taught));
            List<String> why = facts.of(k, before, mastery, scratch);
            steps.add(
                    step(path[k], mastery, told.attainment() - attained, why, alternatives, believed(path[k], before)));
            for (int g = 0; g < stages.length; g++) {
                Proficiency now = Stage.of(mean(told.levels(goal.skills()[g])));
                if (now.compareTo(stages[g]) > 0) {
                    milestones.add(new Milestone(
                            k + 1,
                            skill(goal.skills()[g]).id(),
                            skill(goal.skills()[g]).name(),
                            stages[g],
                            now));
                    stages[g] = now;
                }
            }
            before.become(after);
        }
        for (int g = 0; g < first.length; g++) {
            Skill skill = skill(goal.skills()[g]);
            skills.add(new SkillOutcome(
                    skill.id(),
                    skill.name(),
                    goal.required()[g],
                    goal.requirements().get(g).weight(),
                    first[g],
                    estimate(told, goal.skills()[g])));
        }
    }

    private double whole(PathState start, PathState scratch) {
        scratch.become(start);
        for (int c : path) {
            scratch.advance(c);
        }
        return scratch.attainment();
    }

    private List<Mastery> mastery(int[] taught, Estimate[] before, Estimate[] after) {
        return IntStream.range(0, taught.length)
                .mapToObj(i -> {
                    int g = problem.goalOf[taught[i]];
                    return new Mastery(
                            skill(taught[i]).id(),
                            skill(taught[i]).name(),
                            g < 0 ? 0 : problem.goal.required()[g],
                            before[i],
                            after[i]);
                })
                .toList();
    }

    private PathStep step(
            int candidate,
            List<Mastery> mastery,
            double gain,
            List<String> why,
            List<Alternative> alternatives,
            Map<String, Double> believed) {
        var content = catalog.contents().get(problem.contents[candidate]);
        return new PathStep(
                content,
                problem.minutes[candidate],
                content.durationMinutes() == null,
                pinned.contains(content.id()),
                mastery,
                gain,
                why,
                alternatives,
                believed);
    }

    private Map<String, Double> believed(int candidate, PathState before) {
        var row = problem.row(candidate);
        var levels = new HashMap<String, Double>();
        for (int first : row.prerequisites()) {
            put(problem.index.content(first).mainSkill(), before, levels);
        }
        put(row.mainSkill(), before, levels);
        if (row.mainSkill() >= 0) {
            for (int required : problem.index.skill(row.mainSkill()).requires()) {
                put(required, before, levels);
            }
        }
        return levels;
    }

    private void put(int skill, PathState state, Map<String, Double> levels) {
        if (skill >= 0) {
            levels.put(skill(skill).id(), state.level(skill));
        }
    }

    /** Returns the contents that could come at a place instead, the rest of the path being still possible. */
    private List<Alternative> alternatives(int place, PathState before, PathState scratch, double whole) {
        var onPath = new boolean[problem.size()];
        for (int c : path) {
            onPath[c] = true;
        }
        int[] tried = IntStream.range(0, problem.size())
                .filter(c -> !onPath[c] && before.gain(c) > Baselines.LEAST_GAIN && before.allowed(c))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer c) -> before.gain(c))
                        .reversed())
                .limit(MOST_TRIED)
                .mapToInt(Integer::intValue)
                .toArray();
        var found = new ArrayList<Alternative>();
        for (int candidate : tried) {
            scratch.become(before);
            scratch.advance(candidate);
            boolean possible = true;
            for (int k = place + 1; possible && k < path.length; k++) {
                possible = scratch.allowed(path[k]);
                if (possible) {
                    scratch.advance(path[k]);
                }
            }
            if (possible) {
                found.add(new Alternative(
                        catalog.contents().get(problem.contents[candidate]),
                        problem.minutes[candidate],
                        scratch.attainment() - whole));
            }
        }
        return found.stream()
                .sorted(Comparator.comparingDouble(Alternative::change).reversed())
                .limit(MOST_ALTERNATIVES)
                .toList();
    }

    private Estimate[] estimates(PathState state, int[] skills) {
        return IntStream.of(skills).mapToObj(s -> estimate(state, s)).toArray(Estimate[]::new);
    }

    private Estimate estimate(PathState state, int skill) {
        return Estimate.of(state.levels(skill)).widened(problem.widening, WHOLE);
    }

    private static double mean(double[] levels) {
        return Arrays.stream(levels).average().orElse(0);
    }

    private Skill skill(int index) {
        return catalog.skills().get(index);
    }
}
