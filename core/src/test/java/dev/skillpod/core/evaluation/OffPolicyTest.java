package dev.skillpod.core.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A bandit with known truth: two kinds of users, four arms with the click rates below. The logging policy likes arm 0, the
 * candidate arm 3; both know the kind of user. The model is wrong on purpose: 0.2 for everything.
 */
class OffPolicyTest {
    private static final double[][] RATE = {{0.10, 0.20, 0.30, 0.60}, {0.30, 0.10, 0.20, 0.40}};
    private static final double[][] LOGGED = {{0.60, 0.20, 0.10, 0.10}, {0.40, 0.30, 0.20, 0.10}};
    private static final double[][] CANDIDATE = {{0.05, 0.05, 0.20, 0.70}, {0.30, 0.10, 0.10, 0.50}};
    private static final double WRONG = 0.2;
    private static final int REPEATS = 400;
    private static final int UNITS = 500;
    private static final int CHOICES_PER_UNIT = 2;

    private static double truth() {
        double sum = 0;
        for (int kind = 0; kind < 2; kind++) {
            for (int arm = 0; arm < 4; arm++) {
                sum += CANDIDATE[kind][arm] * RATE[kind][arm] / 2;
            }
        }
        return sum;
    }

    /** Draws a log; the two choices of a unit are by the same user, whose kind makes them hang together. */
    private static List<LoggedChoice> log(long seed) {
        var random = new SplittableRandom(seed);
        var log = new ArrayList<LoggedChoice>();
        for (int unit = 0; unit < UNITS; unit++) {
            int kind = random.nextInt(2);
            for (int choice = 0; choice < CHOICES_PER_UNIT; choice++) {
                int arm = 0;
                for (double left = random.nextDouble() - LOGGED[kind][0]; left >= 0 && arm < 3; ) {
                    left -= LOGGED[kind][++arm];
                }
                double reward = random.nextDouble() < RATE[kind][arm] ? 1 : 0;
                log.add(new LoggedChoice(unit, reward, LOGGED[kind][arm], CANDIDATE[kind][arm], WRONG, WRONG));
            }
        }
        return log;
    }

    private static OffPolicyResult.Estimates estimates(List<LoggedChoice> log) {
        return (OffPolicyResult.Estimates) OffPolicy.estimate(log);
    }

    /*
     * Over 400 repeats the mean of an unbiased estimator lies within 4 standard errors of the truth (one run in 16,000 does
     * not); the error is taken from the repeats themselves. The self-normalised estimator has a bias of order 1 / units =
     * 0.002, which is granted. The share of intervals that hold the truth is binomial around 0.95 with a standard deviation
     * of sqrt(0.95 x 0.05 / 400) = 0.011; four of them and 0.01 for the normal approximation are granted: [0.896, 1].
     */
    @Test
    void weightedEstimatesAreUnbiasedAndTheirIntervalsHold() {
        var ips = new Repeats();
        var snipw = new Repeats();
        var robust = new Repeats();
        for (int repeat = 0; repeat < REPEATS; repeat++) {
            OffPolicyResult.Estimates estimates = estimates(log(repeat));
            ips.add(estimates.ips());
            snipw.add(estimates.snipw());
            robust.add(estimates.doublyRobust());
        }

        ips.check(0);
        snipw.check(1.0 / UNITS);
        robust.check(0);
    }

    @Test
    void theNaiveMeanAndAWrongModelAreFarOff() {
        OffPolicyResult.Estimates estimates = estimates(log(1));

        assertThat(estimates.asLogged().upper()).isLessThan(truth() - 0.1);
        assertThat(estimates.direct().mean()).isCloseTo(WRONG, within(1e-12));
        assertThat(estimates.doublyRobust().lower()).isLessThan(truth());
        assertThat(estimates.doublyRobust().upper()).isGreaterThan(truth());
    }

    @Test
    void aRightModelMakesTheDoublyRobustIntervalNarrower() {
        var exact = new ArrayList<LoggedChoice>();
        for (LoggedChoice choice : log(1)) {
            exact.add(new LoggedChoice(
                    choice.unit(), choice.reward(), choice.logged(), choice.candidate(), truth(), truth()));
        }

        assertThat(width(estimates(exact).doublyRobust()))
                .isLessThan(0.8 * width(estimates(log(1)).ips()));
    }

    @Test
    void oneChoiceIsArithmetic() {
        var log = new ArrayList<LoggedChoice>();
        for (int unit = 0; unit < 100; unit++) {
            log.add(new LoggedChoice(unit, unit % 2, 0.5, 0.5 + 0.02 * (unit % 2 * 2 - 1), 0.25, 0.75));
        }

        OffPolicyResult.Estimates estimates = estimates(log);

        // weights 1.04 where the reward is 1 and 0.96 where it is 0: half of 1.04, of 2 x (1.04 + 0.96) / 2
        assertThat(estimates.ips().mean()).isCloseTo(0.52, within(1e-12));
        assertThat(estimates.snipw().mean()).isCloseTo(0.52, within(1e-12));
        assertThat(estimates.doublyRobust().mean()).isCloseTo(0.75 + 0.52 - 0.25, within(1e-12));
        assertThat(estimates.overlap().largestWeight()).isCloseTo(1.04, within(1e-12));
        assertThat(estimates.overlap().effectiveSample()).isCloseTo(100 / 1.0016, within(1e-9));
    }

    @Test
    void refusesWhenTheLogShowsTooLittleOfTheCandidate() {
        var rare = new ArrayList<LoggedChoice>();
        var partly = new ArrayList<LoggedChoice>();
        for (int unit = 0; unit < 1000; unit++) {
            rare.add(new LoggedChoice(unit, 1, 0.01, unit < 10 ? 1 : 0, 0, 0));
            partly.add(new LoggedChoice(unit, 1, 0.5, unit % 2 == 0 ? 0.4 : 0, 0, 0));
        }

        assertThat(OffPolicy.estimate(rare))
                .isInstanceOfSatisfying(
                        OffPolicyResult.TooLittleOverlap.class,
                        refused -> assertThat(refused.reason())
                                .isEqualTo(
                                        "too little overlap: the effective sample is 10.0 of 1000 choices, needed are"
                                                + " 50"));
        assertThat(OffPolicy.estimate(partly))
                .isInstanceOfSatisfying(
                        OffPolicyResult.TooLittleOverlap.class,
                        refused -> assertThat(refused.reason())
                                .startsWith("too little overlap: the mean weight is 0.400")
                                .endsWith("the candidate chooses what the log never shows"));
    }

    @Test
    void refusesProbabilitiesThatAreNone() {
        assertThatThrownBy(() -> new LoggedChoice(1, 1, 0, 0.5, 0, 0)).hasMessage("logged must be in (0, 1], was 0.0");
        assertThatThrownBy(() -> new LoggedChoice(1, 1, 0.5, 1.5, 0, 0))
                .hasMessage("candidate must be in [0, 1], was 1.5");
        assertThatThrownBy(() -> OffPolicy.estimate(List.of())).hasMessage("log must hold at least one choice");
    }

    private static double width(Bootstrap.Interval interval) {
        return interval.upper() - interval.lower();
    }

    private static final class Repeats {
        private double sum;
        private double squares;
        private int held;

        void add(Bootstrap.Interval interval) {
            sum += interval.mean();
            squares += interval.mean() * interval.mean();
            held += interval.lower() <= truth() && truth() <= interval.upper() ? 1 : 0;
        }

        void check(double bias) {
            double mean = sum / REPEATS;
            double error = Math.sqrt((squares / REPEATS - mean * mean) / REPEATS);
            assertThat(mean).isCloseTo(truth(), within(4 * error + bias));
            assertThat(held / (double) REPEATS).isGreaterThan(0.896);
        }
    }
}
