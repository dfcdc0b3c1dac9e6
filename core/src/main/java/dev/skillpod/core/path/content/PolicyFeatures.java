package dev.skillpod.core.path.content;

import dev.skillpod.core.recommend.candidate.PrerequisiteRules;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * What a policy sees of the contents that may come next: one row of {@value #COLUMNS} columns each, about the content, the learner and
 * what is left, none of which names a content or a skill. Contents that neither add to the attainment nor open the way to one that does
 * are left out. Not thread-safe; one instance reads state after state.
 *
 * <p>Columns: gain; gain, gain per minute and gain per half of each relative to the best; share of the minutes and places left; how scarce
 * minutes are beside places; what it opens; room, distance, goal and readiness of its main skill; how it stands among contents of the same
 * skill; how far the path is.
 */
final class PolicyFeatures {
    static final int COLUMNS = 28;

    /** The column of the gain per half of the minutes and half of the places, relative to the best. */
    static final int PER_HALF = 3;

    private static final Weighing HALF = new Weighing(0.5);
    private static final int DEEPEST = 5;
    private static final double LEVELS = 100;

    private final PathProblem problem;
    private final PrerequisiteRules rules;
    private final double[] opensContent;
    private final double[] opensSkill;
    private final double[] bestOfSkill;
    private final int[] countOfSkill;
    private final int[] actions;
    private final double[] gainsOf;
    private final double[] density;
    private final long[] order;
    private float[] rows = new float[64 * COLUMNS];
    private int count;

    PolicyFeatures(PathProblem problem) {
        this.problem = problem;
        this.rules = problem.rules;
        this.opensContent = new double[problem.size()];
        this.opensSkill = new double[problem.index.skillCount()];
        this.bestOfSkill = new double[problem.index.skillCount()];
        this.countOfSkill = new int[problem.index.skillCount()];
        this.actions = new int[problem.size()];
        this.gainsOf = new double[problem.size()];
        this.density = new double[problem.size()];
        this.order = new long[problem.size()];
    }

    /** Returns how many contents may come next; 0 when the path is over. */
    int count() {
        return count;
    }

    /** Returns the {@code k}-th of these candidates. */
    int action(int k) {
        return actions[k];
    }

    /** Returns their rows, one after the other; valid until the next call of {@link #read}. */
    float[] rows() {
        return rows;
    }

    /** Reads a state. */
    void read(PathState state) {
        Arrays.fill(opensContent, 0);
        Arrays.fill(opensSkill, 0);
        Arrays.fill(bestOfSkill, 0);
        Arrays.fill(countOfSkill, 0);
        count = 0;
        double most = 0;
        double mostPerMinute = 0;
        double mostOfHalf = 0;
        double useful = 0;
        int gaining = 0;
        for (int c = 0; c < problem.size(); c++) {
            if (!state.fits(c)) {
                continue;
            }
            double gain = state.gain(c);
            boolean gains = gain > Baselines.LEAST_GAIN;
            if (gains) {
                useful += problem.minutes[c];
                gainsOf[gaining] = gain;
                density[gaining] = gain / problem.minutes[c];
                order[gaining] = (long) (density[gaining] * 1e12) << 12 | gaining;
                gaining++;
            }
            if (!state.allowed(c)) {
                if (gains) {
                    opened(state, c, gain);
                }
                continue;
            }
            actions[count++] = c;
            most = Math.max(most, gain);
            mostPerMinute = Math.max(mostPerMinute, gain / problem.minutes[c]);
            mostOfHalf = Math.max(mostOfHalf, HALF.worth(gain, problem.minutes[c], 1, problem.limits));
            int main = problem.row(c).mainSkill();
            if (main >= 0) {
                bestOfSkill[main] = Math.max(bestOfSkill[main], gain);
                countOfSkill[main] += gains ? 1 : 0;
            }
        }
        double left = Math.max(1, problem.limits.minutes() - state.minutes());
        double priceOfMinute = priceOfMinute(gaining, left);
        double priceOfPlace = priceOfPlace(gaining, problem.limits.maxItems() - state.size());
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int c = actions[k];
            if (state.gain(c) > Baselines.LEAST_GAIN || opens(state, c) > 0) {
                actions[kept++] = c;
            }
        }
        count = kept;
        rows = rows.length < count * COLUMNS ? new float[2 * count * COLUMNS] : rows;
        for (int k = 0; k < count; k++) {
            write(state, actions[k], k * COLUMNS, most, mostPerMinute, mostOfHalf, useful, priceOfMinute, priceOfPlace);
        }
    }

    /** Notes what stands before a locked candidate: the first content or skill on the way to it that may come next. */
    private void opened(PathState state, int locked, double gain) {
        int content = problem.contents[locked];
        for (int depth = 0; depth < DEEPEST; depth++) {
            OptionalInt first = rules.unmetContent(state, content);
            if (first.isEmpty()) {
                OptionalInt skill = rules.unmetSkill(state, content);
                if (skill.isPresent()) {
                    opensSkill[skill.getAsInt()] = Math.max(opensSkill[skill.getAsInt()], gain);
                }
                return;
            }
            content = first.getAsInt();
            int candidate = problem.candidateOf[content];
            if (candidate < 0 || !state.fits(candidate)) {
                return;
            }
            if (state.allowed(candidate)) {
                opensContent[candidate] = Math.max(opensContent[candidate], gain);
                return;
            }
        }
    }

    /** Returns the gain per minute of the last content for which there is time when the best per minute come first; 1e-9 where there is time for all. */
    private double priceOfMinute(int count, double left) {
        Arrays.sort(order, 0, count);
        double used = 0;
        for (int k = count - 1; k >= 0; k--) {
            int at = (int) (order[k] & 0xFFF);
            used += gainsOf[at] / density[at];
            if (used > left) {
                return Math.max(1e-9, density[at]);
            }
        }
        return 1e-9;
    }

    /** Returns the gain of the last content for which there is a place when the best come first; 1e-6 where there are places for all. */
    private double priceOfPlace(int count, int places) {
        Arrays.sort(gainsOf, 0, count);
        return places >= count ? 1e-6 : Math.max(1e-6, gainsOf[count - places]);
    }

    private double opens(PathState state, int c) {
        double opens = opensContent[c];
        for (int s : problem.row(c).skills()) {
            if (opensSkill[s] > opens && state.rise(c, s) > 0.5) {
                opens = opensSkill[s];
            }
        }
        return opens;
    }

    private void write(
            PathState state,
            int c,
            int at,
            double most,
            double mostPerMinute,
            double mostOfHalf,
            double useful,
            double priceOfMinute,
            double priceOfPlace) {
        var row = problem.row(c);
        var limits = problem.limits;
        double gain = state.gain(c);
        double minutes = problem.minutes[c];
        double left = Math.max(1, limits.minutes() - state.minutes());
        int places = limits.maxItems() - state.size();
        int main = row.mainSkill();
        int g = main < 0 ? -1 : problem.goalOf[main];
        double level = main < 0 ? 0 : state.level(main);
        double opens = opens(state, c);
        double ofGoal = 0;
        for (int s : row.skills()) {
            int of = problem.goalOf[s];
            ofGoal += of < 0 ? 0 : problem.goal.shares()[of] * problem.goal.required()[of];
        }
        int k = at;
        rows[k++] = (float) Math.min(2, 20 * gain);
        rows[k++] = relative(gain, most);
        rows[k++] = relative(gain / minutes, mostPerMinute);
        rows[k++] = relative(HALF.worth(gain, minutes, 1, limits), mostOfHalf);
        rows[k++] = (float) Math.min(1, minutes / left);
        rows[k++] = (float) Math.clamp(Math.log(minutes * places / left) / 3, -2, 2);
        rows[k++] = (float) Math.min(2, places / 20.0);
        rows[k++] = (float) Math.clamp(Math.log(Math.max(1, useful) / left) / 3, -2, 2);
        rows[k++] = (float) (Math.log(left / 600) / 3);
        rows[k++] = (float) Math.clamp(opens / Math.max(Baselines.LEAST_GAIN, most), 0, 2);
        rows[k++] = opensContent[c] > 0 ? 1 : 0;
        rows[k++] = (float) ofGoal;
        rows[k++] = g < 0 ? 0 : (float) (Math.max(0, problem.goal.required()[g] - level) / LEVELS);
        rows[k++] = (float) ((row.levelTo() - level) / LEVELS);
        rows[k++] = (float) ((row.levelFrom() - level) / LEVELS);
        rows[k++] = g < 0 ? 0 : (float) ((row.levelTo() - problem.goal.required()[g]) / LEVELS);
        rows[k++] = g < 0 ? 1 : 0;
        rows[k++] = main < 0 ? 1 : (float) state.readiness(main);
        rows[k++] = main < 0 ? 1 : relative(gain, bestOfSkill[main]);
        rows[k++] = main < 0 ? 0 : (float) Math.min(2, countOfSkill[main] / 10.0);
        rows[k++] = (float) (1 - state.attainment());
        rows[k++] = (float) Math.min(2, state.size() / 20.0);
        rows[k++] = (float) Math.min(1, row.skills().length / 4.0);
        rows[k++] = (float) (Math.log(minutes / 60) / 3);
        rows[k++] = (float) Math.clamp(Math.log(Math.max(1e-6, gain) / minutes / priceOfMinute), -3, 3);
        rows[k++] = (float) Math.clamp(Math.log(Math.max(1e-6, gain) / priceOfPlace), -3, 3);
        rows[k++] = (float) Math.clamp((gain - minutes * priceOfMinute) / Math.max(most, Baselines.LEAST_GAIN), -2, 2);
        rows[k] = (float) Math.clamp((gain - priceOfPlace) / Math.max(most, Baselines.LEAST_GAIN), -2, 2);
    }

    private static float relative(double value, double most) {
        return most <= 0 ? 0 : (float) (value / most);
    }
}
