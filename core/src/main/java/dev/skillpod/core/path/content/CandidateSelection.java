package dev.skillpod.core.path.content;

import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.Touches;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Finds the contents worth a thought: those that teach a skill of the goal or one that it builds on, beyond where the learner is, and
 * the contents that must come before them. Of a skill with very many contents only those that promise most per minute stay.
 */
final class CandidateSelection {
    /** The most contents considered because of one skill. */
    private static final int MOST_PER_SKILL = 40;

    /** Contents that take longer than this many times what there is are left out. */
    private static final double MOST_BUDGETS = 3;

    private final LearnerState state;
    private final CatalogIndex index;
    private final RiseForecast forecast;
    private final PathLimits limits;
    private final BitSet barred = new BitSet();
    private final BitSet pinned = new BitSet();

    CandidateSelection(LearnerState state, RiseForecast forecast, PathLimits limits) {
        this.state = state;
        this.index = state.index();
        this.forecast = forecast;
        this.limits = limits;
        limits.excluded().forEach(id -> index.catalog().contentIndex(id).ifPresent(barred::set));
        limits.pinned().forEach(id -> index.catalog().contentIndex(id).ifPresent(pinned::set));
    }

    /** Returns the level wanted of every skill: what the goal requires, and what its skills require of others; 0 elsewhere. */
    static double[] wanted(Goal goal, CatalogIndex index) {
        var wanted = new double[index.skillCount()];
        Deque<Integer> open = new ArrayDeque<>();
        for (int g = 0; g < goal.size(); g++) {
            wanted[goal.skills()[g]] = goal.required()[g];
            open.add(goal.skills()[g]);
        }
        while (!open.isEmpty()) {
            var row = index.skill(open.remove());
            for (int i = 0; i < row.requires().length; i++) {
                int first = row.requires()[i];
                if (wanted[first] == 0) {
                    open.add(first);
                }
                wanted[first] = Math.max(wanted[first], row.levels()[i]);
            }
        }
        return wanted;
    }

    /** Returns the catalogue indexes of the candidates, ascending. */
    int[] select(double[] wanted) {
        var chosen = new BitSet(index.contentCount());
        for (int s = 0; s < wanted.length; s++) {
            if (wanted[s] > 0) {
                addOf(s, wanted[s], chosen);
            }
        }
        chosen.or(pinned);
        Deque<Integer> open = new ArrayDeque<>(chosen.stream().boxed().toList());
        while (!open.isEmpty()) {
            for (int first : index.content(open.remove()).prerequisites()) {
                if (!chosen.get(first)) {
                    chosen.set(first);
                    open.add(first);
                }
            }
        }
        return chosen.stream().filter(this::usable).toArray();
    }

    private void addOf(int skill, double wanted, BitSet chosen) {
        double level = state.levels().level()[skill];
        double sd = Math.sqrt(state.levels().variance()[skill]);
        if (level - sd >= wanted) {
            return;
        }
        int[] contents = Arrays.stream(index.contentsOf(skill))
                .filter(this::usable)
                .filter(c -> index.content(c).levelTo() > level - sd)
                .toArray();
        if (contents.length > MOST_PER_SKILL) {
            contents = IntStream.of(contents)
                    .boxed()
                    .sorted((a, b) -> Double.compare(risePerMinute(b, skill), risePerMinute(a, skill)))
                    .limit(MOST_PER_SKILL)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }
        for (int content : contents) {
            chosen.set(content);
        }
    }

    private double risePerMinute(int content, int skill) {
        var row = index.content(content);
        double rise = 0;
        for (int i = 0; i < row.skills().length; i++) {
            if (row.skills()[i] == skill) {
                double level = state.levels().level()[skill];
                double variance = state.levels().variance()[skill];
                rise += forecast.share(content, i, level, variance, state.readiness(skill), 1)
                        * RiseRows.distance(row.levelTo(), level, variance);
            }
        }
        return rise / Math.sqrt(row.minutes());
    }

    private boolean usable(int content) {
        if (barred.get(content)) {
            return false;
        }
        Touches.Touch touch = state.touches().of(content);
        if (touch != null && touch.finished()) {
            return false;
        }
        if (pinned.get(content)) {
            return true;
        }
        Set<ContentType> types = limits.types();
        var row = index.content(content);
        return (touch == null || !touch.dismissed())
                && (types.isEmpty() || types.contains(ContentType.values()[row.type()]))
                && row.minutes() <= MOST_BUDGETS * limits.minutes();
    }
}
