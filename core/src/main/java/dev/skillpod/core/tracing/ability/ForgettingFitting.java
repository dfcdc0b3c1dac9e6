package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.math.BrentSearch;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import java.util.Arrays;

/**
 * Fits half-lives to how well answers are foretold: the base and the growth by least log loss of the filter's forecasts, then
 * each skill's shift by its posterior mean over a grid under a normal prior, from the answers that follow a gap in that skill. Where
 * strengths come back when they are recalled, base and growth are those of least log loss of the answers after half a day or more.
 */
final class ForgettingFitting {
    /** What is assumed where no skill is ever left and taken up again: about 43 answers, or days. */
    static final Forgetting USUAL = new Forgetting(5.4, 0, new double[0]);

    private static final double HALF_A_DAY = 0.5;
    private static final double SHORTEST = 1;
    private static final double LONGEST = 11;
    private static final double FASTEST_GROWTH = 1.5;
    private static final int CELLS = 5;
    private static final double TOLERANCE = 0.2;
    private static final double[] SHIFTS = {-2, -1, 0, 1, 2};
    private static final double SHIFT_DEVIATION = 0.7;
    /** Rows beyond which learners are left out: a handful of numbers need no more. */
    private static final int ROWS = 60_000;

    private final ResponseLog log;
    private final int[] learners;
    private final AbilityConfig config;
    private final Difficulties difficulties;

    ForgettingFitting(ResponseLog log, int[] learners, AbilityConfig config, Difficulties difficulties) {
        this.log = log;
        this.learners = some(log, learners);
        this.config = config;
        this.difficulties = difficulties;
    }

    private static int[] some(ResponseLog log, int[] learners) {
        long rows = 0;
        for (int learner : learners) {
            rows += log.end(learner) - log.start(learner);
        }
        int every = (int) Math.max(1, rows / ROWS);
        var some = new int[(learners.length + every - 1) / every];
        Arrays.setAll(some, i -> learners[i * every]);
        return some;
    }

    Forgetting fit() {
        var none = new double[0];
        var losses = new Losses(log.skills());
        measure(USUAL, losses);
        if (losses.afterGaps == 0) {
            return USUAL;
        }
        double base = BrentSearch.minimise(b -> loss(new Forgetting(b, 0, none)), SHORTEST, LONGEST, CELLS, TOLERANCE);
        double growth = BrentSearch.minimise(
                g -> loss(new Forgetting(base - 2 * g, g, none)), 0, FASTEST_GROWTH, 2, TOLERANCE / 2);
        double start = base - 2 * growth;
        return new Forgetting(start, growth, shifts(start, growth));
    }

    private double[] shifts(double base, double growth) {
        var sums = new double[SHIFTS.length][];
        for (int i = 0; i < SHIFTS.length; i++) {
            var losses = new Losses(log.skills());
            var same = new double[log.skills()];
            Arrays.fill(same, SHIFTS[i]);
            measure(new Forgetting(base, growth, same), losses);
            sums[i] = losses.bySkill;
        }
        var shifts = new double[log.skills()];
        for (int skill = 0; skill < shifts.length; skill++) {
            double least = sums[0][skill];
            for (double[] each : sums) {
                least = Math.min(least, each[skill]);
            }
            double weights = 0;
            double mean = 0;
            for (int i = 0; i < SHIFTS.length; i++) {
                double far = SHIFTS[i] / SHIFT_DEVIATION;
                double weight = Math.exp(least - sums[i][skill] - far * far / 2);
                weights += weight;
                mean += weight * SHIFTS[i];
            }
            shifts[skill] = mean / weights;
        }
        return shifts;
    }

    private double loss(Forgetting forgetting) {
        var losses = new Losses(log.skills());
        measure(forgetting, losses);
        return config.strengthsOnly() ? losses.afterHalfADay : losses.all;
    }

    private void measure(Forgetting forgetting, Losses losses) {
        var model = new AbilityModel(config, difficulties, forgetting, log.timed());
        for (int learner : learners) {
            AbilityState state = model.newLearner();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                Question question = log.question(row);
                double p = state.expect(question).probability();
                losses.add(state, question, -Math.log(log.correct(row) ? p : 1 - p));
                state.answer(question, log.correct(row));
            }
        }
    }

    /** Log losses: of all answers, and of those after a gap, by skill. */
    private static final class Losses {
        private final double[] bySkill;
        private double all;
        private double afterHalfADay;
        private long afterGaps;

        Losses(int skills) {
            bySkill = new double[skills];
        }

        void add(AbilityState state, Question question, double loss) {
            all += loss;
            double longest = 0;
            for (int k = 0; k < question.skillCount(); k++) {
                if (state.gap(question, question.skill(k)) > 0) {
                    bySkill[question.skill(k)] += loss;
                    afterGaps++;
                    longest = Math.max(longest, state.gap(question, question.skill(k)));
                }
            }
            afterHalfADay += longest >= HALF_A_DAY ? loss : 0;
        }
    }
}
