package dev.skillpod.core.path.content;

import dev.skillpod.core.recommend.candidate.PrerequisiteRules;
import dev.skillpod.core.recommend.feature.RiseRows;
import dev.skillpod.core.recommend.state.Touches;
import java.util.Arrays;

/**
 * A learner on the way: the contents done so far and what they did to the believed levels and to each drawn learner. Changes with
 * every step. Not thread-safe.
 *
 * <p>The believed level rises by the expected rise, computed as the recommender computes it; it alone decides what may be begun and
 * what is told of single steps. Each drawn learner rises by the share of the distance that a learner of its own level covers, times its
 * own multiple: who lags behind what is believed gets less out of the next step, too.
 */
final class PathState implements PrerequisiteRules.Standing {
    /** Variance that one content adds to the error of the level it raises, as in the levels of the recommender. */
    private static final double LESSON_VARIANCE = 25;

    private static final double ROUNDING = 1e-9;

    final PathProblem problem;
    private final LearnerDraws draws;

    /** Skill of each row of {@code level}; the goal's skills first. */
    private final int[] tracked;

    private final int[] rowOf;
    private final double[] believed;
    private final double[] variance;
    private final double[] level;
    private final double[] reached;
    private final boolean[] done;
    private final double[] gains;
    private final int[] steps;
    private int size;
    private double minutes;
    private double attainment;

    /**
     * Puts the learner at the start.
     *
     * @param tracked skills beside the goal's whose levels are followed in every drawn learner, too
     */
    PathState(PathProblem problem, LearnerDraws draws, int... tracked) {
        this.problem = problem;
        this.draws = draws;
        this.rowOf = new int[problem.index.skillCount()];
        Arrays.fill(rowOf, -1);
        int[] rows = Arrays.copyOf(problem.goal.skills(), problem.goal.size() + tracked.length);
        System.arraycopy(tracked, 0, rows, problem.goal.size(), tracked.length);
        this.tracked = Arrays.stream(rows).distinct().toArray();
        int n = draws.count();
        this.level = new double[this.tracked.length * n];
        for (int r = 0; r < this.tracked.length; r++) {
            rowOf[this.tracked[r]] = r;
            System.arraycopy(draws.levels(this.tracked[r]), 0, level, r * n, n);
        }
        this.believed = new double[problem.index.skillCount()];
        this.variance = new double[problem.index.skillCount()];
        for (int s = 0; s < believed.length; s++) {
            believed[s] = problem.state.levels().level()[s];
            variance[s] = problem.state.levels().variance()[s];
        }
        this.reached = new double[problem.goal.size()];
        for (int g = 0; g < reached.length; g++) {
            reached[g] = reached(g);
            attainment += problem.goal.shares()[g] * reached[g];
        }
        this.done = new boolean[problem.size()];
        this.gains = new double[problem.size()];
        Arrays.fill(gains, Double.NaN);
        this.steps = new int[problem.limits.maxItems()];
    }

    /** Becomes what another state of the same problem and draws is. */
    void become(PathState other) {
        System.arraycopy(other.believed, 0, believed, 0, believed.length);
        System.arraycopy(other.variance, 0, variance, 0, variance.length);
        System.arraycopy(other.level, 0, level, 0, level.length);
        System.arraycopy(other.reached, 0, reached, 0, reached.length);
        System.arraycopy(other.done, 0, done, 0, done.length);
        System.arraycopy(other.gains, 0, gains, 0, gains.length);
        System.arraycopy(other.steps, 0, steps, 0, other.size);
        size = other.size;
        minutes = other.minutes;
        attainment = other.attainment;
    }

    /** Returns another state that is like this one. */
    PathState copy() {
        var copy = new PathState(problem, draws, tracked);
        copy.become(this);
        return copy;
    }

    /** Returns the candidates done, in order. */
    int[] path() {
        return Arrays.copyOf(steps, size);
    }

    int size() {
        return size;
    }

    /** Returns the minutes used. */
    double minutes() {
        return minutes;
    }

    /** Returns the expected attainment, in [0, 1]: the mean over the drawn learners. */
    double attainment() {
        return attainment;
    }

    /** Returns whether a candidate is done. */
    boolean done(int candidate) {
        return done[candidate];
    }

    /** Returns whether a candidate is neither done nor too much for what is left of the limits. */
    boolean fits(int candidate) {
        return !done[candidate]
                && size < problem.limits.maxItems()
                && minutes + problem.minutes[candidate] <= problem.limits.minutes() + ROUNDING;
    }

    /** Returns whether a candidate may come next. */
    boolean allowed(int candidate) {
        return fits(candidate) && problem.rules.met(this, problem.contents[candidate]);
    }

    /** Returns whether a candidate teaches a skill that is wanted, beyond where the learner is believed to be. */
    boolean needs(int candidate) {
        var row = problem.row(candidate);
        for (int s : row.skills()) {
            if (believed[s] < problem.wanted[s] && believed[s] < row.levelTo()) {
                return true;
            }
        }
        return false;
    }

    /** Returns what a candidate would add to the expected attainment if it came next. */
    double gain(int candidate) {
        if (Double.isNaN(gains[candidate])) {
            gains[candidate] = computeGain(candidate);
        }
        return gains[candidate];
    }

    /** Does a candidate. */
    void advance(int candidate) {
        var row = problem.row(candidate);
        int n = draws.count();
        var shares = new double[row.skills().length];
        var curves = new RiseForecast.Curve[shares.length];
        for (int i = 0; i < shares.length; i++) {
            shares[i] = share(candidate, i);
            curves[i] = curve(candidate, i);
        }
        for (int i = 0; i < row.skills().length; i++) {
            int s = row.skills()[i];
            believed[s] =
                    Math.min(100, believed[s] + shares[i] * RiseRows.distance(row.levelTo(), believed[s], variance[s]));
            variance[s] += LESSON_VARIANCE;
            int r = rowOf[s];
            if (r >= 0) {
                raise(r * n, curves[i], row.levelTo(), draws.multiples(problem.contents[candidate]));
                int g = problem.goalOf[s];
                if (g >= 0) {
                    double now = reached(g);
                    attainment += problem.goal.shares()[g] * (now - reached[g]);
                    reached[g] = now;
                }
            }
        }
        done[candidate] = true;
        steps[size++] = candidate;
        minutes += problem.minutes[candidate];
        for (int d : problem.dependents[candidate]) {
            gains[d] = Double.NaN;
        }
    }

    /** Returns by how much a candidate would raise the believed level of a skill if it came next. */
    double rise(int candidate, int skill) {
        var row = problem.row(candidate);
        double rise = 0;
        for (int i = 0; i < row.skills().length; i++) {
            if (row.skills()[i] == skill) {
                rise += share(candidate, i) * RiseRows.distance(row.levelTo(), believed[skill], variance[skill]);
            }
        }
        return rise;
    }

    /** Returns each drawn learner's level of a tracked skill. */
    double[] levels(int skill) {
        int n = draws.count();
        return Arrays.copyOfRange(level, rowOf[skill] * n, (rowOf[skill] + 1) * n);
    }

    /** Returns each drawn learner's attainment. */
    double[] attainments() {
        int n = draws.count();
        var each = new double[n];
        for (int g = 0; g < reached.length; g++) {
            for (int p = 0; p < n; p++) {
                each[p] += problem.goal.shares()[g] * Math.min(problem.goal.required()[g], level[g * n + p]);
            }
        }
        return each;
    }

    /** Returns the mean share of the required level reached over a skill's prerequisites, in [0, 1]; 1 without any. */
    double readiness(int skill) {
        var row = problem.index.skill(skill);
        double sum = 0;
        for (int i = 0; i < row.requires().length; i++) {
            sum += row.levels()[i] <= 0 ? 1 : Math.min(1, believed[row.requires()[i]] / row.levels()[i]);
        }
        return row.requires().length == 0 ? 1 : sum / row.requires().length;
    }

    @Override
    public boolean anySkillKnown() {
        return problem.anySkillKnown;
    }

    @Override
    public boolean finished(int content) {
        int candidate = problem.candidateOf[content];
        Touches.Touch touch = problem.state.touches().of(content);
        return candidate >= 0 && done[candidate] || touch != null && touch.finished();
    }

    @Override
    public double level(int skill) {
        return believed[skill];
    }

    @Override
    public double doubt(int skill) {
        return problem.state.levels().known()[skill]
                ? 0
                : Math.sqrt(problem.state.levels().variance()[skill]);
    }

    private RiseForecast.Curve curve(int candidate, int i) {
        int content = problem.contents[candidate];
        return problem.forecast.curve(
                content, i, readiness(problem.row(candidate).skills()[i]), prerequisitesFinished(candidate));
    }

    private double share(int candidate, int i) {
        int content = problem.contents[candidate];
        int s = problem.row(candidate).skills()[i];
        return problem.forecast.share(
                content, i, believed[s], variance[s], readiness(s), prerequisitesFinished(candidate));
    }

    private double prerequisitesFinished(int candidate) {
        int[] first = problem.row(candidate).prerequisites();
        int finished = 0;
        for (int content : first) {
            finished += finished(content) ? 1 : 0;
        }
        return first.length == 0 ? 1 : (double) finished / first.length;
    }

    private double computeGain(int candidate) {
        var row = problem.row(candidate);
        int n = draws.count();
        double gain = 0;
        for (int i = 0; i < row.skills().length; i++) {
            int g = problem.goalOf[row.skills()[i]];
            if (g < 0) {
                continue;
            }
            RiseForecast.Curve shares = curve(candidate, i);
            double[] multiples = draws.multiples(problem.contents[candidate]);
            double required = problem.goal.required()[g];
            double to = row.levelTo();
            double sum = 0;
            for (int p = 0; p < n; p++) {
                double x = level[g * n + p];
                double rise = x >= to ? 0 : Math.min(1, shares.at(x) * multiples[p]) * (to - x);
                sum += Math.min(required, x + rise);
            }
            gain += problem.goal.shares()[g] * (sum / n - reached[g]);
        }
        return gain;
    }

    private void raise(int from, RiseForecast.Curve shares, double to, double[] multiples) {
        for (int p = 0; p < multiples.length; p++) {
            double x = level[from + p];
            if (x < to) {
                level[from + p] = x + Math.min(1, shares.at(x) * multiples[p]) * (to - x);
            }
        }
    }

    private double reached(int goal) {
        int n = draws.count();
        double sum = 0;
        for (int p = 0; p < n; p++) {
            sum += Math.min(problem.goal.required()[goal], level[goal * n + p]);
        }
        return sum / n;
    }
}
