package dev.skillpod.core.path.content;

import dev.skillpod.core.recommend.candidate.PrerequisiteRules;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One learner's path to find: the goal, the limits and the contents worth a thought, numbered from 0. What the numbers of this
 * package mean by a candidate is a position in {@link #contents}. Immutable by convention.
 */
final class PathProblem {
    final CatalogIndex index;
    final LearnerState state;
    final PrerequisiteRules rules;
    final Goal goal;
    final RiseForecast forecast;
    final PathLimits limits;

    /** By how much intervals are stretched. */
    final double widening;

    /** Catalogue index of each candidate, ascending. */
    final int[] contents;

    /** Minutes of each candidate. */
    final double[] minutes;

    /** Candidate of each content, or -1. */
    final int[] candidateOf;

    /** Place of a skill in the goal, or -1. */
    final int[] goalOf;

    /** The level wanted of each skill: required by the goal or by a skill that it builds on; 0 where none is. */
    final double[] wanted;

    /** Candidates whose gain may change when a candidate is done. */
    final int[][] dependents;

    /** Whether any skill of the learner is known. */
    final boolean anySkillKnown;

    PathProblem(
            LearnerState state, Goal goal, RiseForecast forecast, PathLimits limits, double[] wanted, int[] contents) {
        this.index = state.index();
        this.state = state;
        this.rules = new PrerequisiteRules(index);
        this.goal = goal;
        this.forecast = forecast;
        this.widening = forecast.calibration().widening();
        this.limits = limits;
        this.wanted = wanted;
        this.contents = contents;
        this.minutes = new double[contents.length];
        this.candidateOf = new int[index.contentCount()];
        Arrays.fill(candidateOf, -1);
        for (int c = 0; c < contents.length; c++) {
            candidateOf[contents[c]] = c;
            minutes[c] = index.content(contents[c]).minutes();
        }
        this.goalOf = new int[index.skillCount()];
        Arrays.fill(goalOf, -1);
        for (int g = 0; g < goal.size(); g++) {
            goalOf[goal.skills()[g]] = g;
        }
        this.dependents = dependents();
        boolean any = false;
        for (boolean known : state.levels().known()) {
            any |= known;
        }
        this.anySkillKnown = any;
    }

    /** Returns the number of candidates. */
    int size() {
        return contents.length;
    }

    /** Returns a candidate's row. */
    CatalogIndex.ContentRow row(int candidate) {
        return index.content(contents[candidate]);
    }

    /** Returns the same problem under other limits; candidates stay. */
    PathProblem under(PathLimits other) {
        return new PathProblem(state, goal, forecast, other, wanted, contents);
    }

    private int[][] dependents() {
        var byTaught = new ArrayList<List<Integer>>();
        for (int s = 0; s < index.skillCount(); s++) {
            byTaught.add(new ArrayList<>());
        }
        var byContent = new ArrayList<List<Integer>>();
        for (int c = 0; c < contents.length; c++) {
            byContent.add(new ArrayList<>());
        }
        for (int c = 0; c < contents.length; c++) {
            for (int s : row(c).skills()) {
                byTaught.get(s).add(c);
                for (int required : index.skill(s).requires()) {
                    byTaught.get(required).add(c);
                }
            }
            for (int first : row(c).prerequisites()) {
                if (candidateOf[first] >= 0) {
                    byContent.get(candidateOf[first]).add(c);
                }
            }
        }
        var all = new int[contents.length][];
        var seen = new int[contents.length];
        for (int c = 0; c < contents.length; c++) {
            var list = new ArrayList<>(byContent.get(c));
            for (int s : row(c).skills()) {
                list.addAll(byTaught.get(s));
            }
            int mark = c + 1;
            all[c] = list.stream()
                    .mapToInt(Integer::intValue)
                    .filter(d -> seen[d] != mark && (seen[d] = mark) == mark)
                    .toArray();
        }
        return all;
    }
}
