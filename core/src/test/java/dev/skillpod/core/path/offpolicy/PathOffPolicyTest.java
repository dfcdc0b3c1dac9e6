package dev.skillpod.core.path.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.evaluation.Bootstrap.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Paths of three steps with two choices each, logged by a fair coin. The second choice brings 1 more at once, and the first one 0.5 more at
 * every later step; so what is best depends on what comes, and the truth is known.
 */
class PathOffPolicyTest {
    private static final int STEPS = 3;

    /** The candidate takes the second choice with this probability. */
    private static List<LoggedPath> log(int seed, int paths, double candidate, boolean blindModel) {
        var random = new SplittableRandom(seed);
        var log = new ArrayList<LoggedPath>();
        for (int i = 0; i < paths; i++) {
            var steps = new ArrayList<LoggedPathStep>();
            int firsts = 0;
            for (int t = 0; t < STEPS; t++) {
                int choice = random.nextInt(2);
                double reward = choice + 0.5 * firsts + random.nextGaussian();
                float[][] rows = {row(0, firsts, blindModel), row(1, firsts, blindModel)};
                steps.add(new LoggedPathStep(
                        rows[choice], 0.5, reward, choice == 1 ? candidate : 1 - candidate, rows, new double[] {
                            1 - candidate, candidate
                        }));
                firsts += choice == 0 ? 1 : 0;
            }
            log.add(new LoggedPath(i, steps));
        }
        return log;
    }

    private static float[] row(int choice, int firsts, boolean blind) {
        return blind ? new float[] {1, 0} : new float[] {choice, firsts};
    }

    /** E: each step brings p, and 0.5 for each first choice before it, of which there are t (1 - p) on average. */
    private static double truth(double p) {
        return STEPS * p + 0.5 * (1 - p) * (1 + 2);
    }

    private static int inside(double p, boolean blind, Function<PathOffPolicyResult, Interval> of) {
        return (int) IntStream.range(0, 100)
                .filter(seed -> {
                    Interval i = of.apply(PathOffPolicy.estimate(log(seed, 400, p, blind)));
                    return i.lower() <= truth(p) && truth(p) <= i.upper();
                })
                .count();
    }

    @Test
    void intervalsHoldTheTruthAsOftenAsTheySay() {
        // 95 of 100 on average; below 88 once in 900 such tests (binomial).
        assertThat(inside(0.8, false, PathOffPolicyResult::doublyRobust)).isGreaterThanOrEqualTo(88);
        assertThat(inside(0.8, false, PathOffPolicyResult::perDecision)).isGreaterThanOrEqualTo(88);
    }

    @Test
    void aModelThatSeesNothingIsCorrectedByWhatWasMeasured() {
        assertThat(inside(0.8, true, PathOffPolicyResult::fittedQ)).isLessThan(10);
        assertThat(inside(0.8, true, PathOffPolicyResult::doublyRobust)).isGreaterThanOrEqualTo(88);
    }

    @Test
    void aGoodModelMakesTheIntervalNarrower() {
        PathOffPolicyResult result = PathOffPolicy.estimate(log(1, 2000, 0.8, false));

        assertThat(result.supported()).isTrue();
        assertThat(result.doublyRobust().upper() - result.doublyRobust().lower())
                .isLessThan(0.8
                        * (result.perDecision().upper() - result.perDecision().lower()));
        assertThat(Math.abs(result.asLogged().mean() - truth(0.5))).isLessThan(0.15);
    }

    @Test
    void tooFewPathsThatSpeakForTheCandidateAreNoEstimate() {
        // Always the second choice: an eighth of 120 paths.
        PathOffPolicyResult result = PathOffPolicy.estimate(log(1, 120, 1, false));

        assertThat(result.supported()).isFalse();
        assertThat(result.lacking()).contains("overlap");
    }

    @Test
    void theGateLetsTheBetterOneThroughAndNotTheWorse() {
        List<LoggedPath> better = log(3, 3000, 0.8, false);
        List<LoggedPath> worse = log(3, 3000, 0.3, false);

        assertThat(PathPolicyGate.judge(better, worse, 0).passed()).isTrue();
        PathPolicyGate.Verdict refused = PathPolicyGate.judge(worse, better, 0);
        assertThat(refused.passed()).isFalse();
        assertThat(refused.lead().mean()).isNegative();
        assertThat(PathPolicyGate.judge(log(3, 3000, 0.79, false), better, 0.1).passed())
                .isTrue();
    }

    @Test
    void theGateRefusesWhatTheLogCannotTell() {
        List<LoggedPath> unseen = log(1, 120, 1, false);

        PathPolicyGate.Verdict verdict = PathPolicyGate.judge(unseen, log(1, 120, 0.2, false), 5);
        assertThat(verdict.passed()).isFalse();
        assertThat(verdict.reasons().toString()).contains("candidate: too little overlap");
    }
}
