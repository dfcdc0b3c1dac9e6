package dev.skillpod.core.tracing.ability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.SimulatedLearners;
import dev.skillpod.core.tracing.TracerConformance;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AbilityTracerTest extends TracerConformance {
    @Override
    protected MasteryTracer tracer() {
        return new AbilityTracer(AbilityConfig.defaults());
    }

    @Test
    void tellsLearnersApart() {
        assertThat(lead()).isGreaterThan(0.1);
    }

    /**
     * 400 learners of unit variance answer 30 of 30 items each: an item's easiness rests on 400 answers, whose standard error is
     * 2 / sqrt(400) = 0.1 at even odds and at most twice that at log-odds 3; a learner's ability on 30, about 0.4. The filter
     * uses one pass over each learner, which adds to both; the bounds below are about twice these.
     */
    @Test
    void findsTheEasinessAndTheAbilitiesOfARaschWorld() {
        var random = new Random(3);
        double[] abilities = random.doubles(400, -1.7, 1.7).toArray();
        double[] easiness = random.doubles(30, -2, 2).toArray();
        ResponseLog log = SimulatedLearners.rasch(abilities, easiness, 30, 4);
        AbilityModel model = new AbilityTrainer(AbilityConfig.defaults())
                .fit(log, IntStream.range(0, 400).toArray());

        double error = 0;
        for (int item = 0; item < easiness.length; item++) {
            double off = model.difficulties().easiness(Question.of(item, 0)) - easiness[item];
            error += off * off / easiness.length;
        }
        assertThat(Math.sqrt(error)).isLessThan(0.35);

        double missed = 0;
        for (int learner = 0; learner < abilities.length; learner++) {
            AbilityState state = model.newLearner();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                state.answer(log.question(row), log.correct(row));
            }
            Expectation end = state.mastery(0, Question.NO_TIME);
            double off = end.general() + end.skill() - abilities[learner];
            missed += off * off / abilities.length;
        }
        assertThat(Math.sqrt(missed)).isLessThan(0.7);
    }

    /**
     * Learners drill a skill for 12 answers, leave it for some days, and answer four more; what is left of the ability has a
     * half-life of 8 days, the rest is drawn anew from the prior, as the model has it. The log loss of 1,500 learners tells 8
     * days from 4 or 16; the search is a quarter of an octave fine, the filter's steps are approximate.
     */
    @Test
    void findsTheHalfLifeOfASimulatedMemory() {
        var random = new Random(9);
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < 1500; learner++) {
            double known = 2.5 * random.nextGaussian();
            long start = 1_600_000_000L;
            for (int t = 0; t < 12; t++) {
                builder.add(learner, Question.of(t, new int[] {0}, start + t), random.nextDouble() < logistic(known));
            }
            double days = random.nextDouble(1, 40);
            double kept = Math.pow(2, -days / 8);
            double left = kept * known + Math.sqrt(1 - kept * kept) * 2.5 * random.nextGaussian();
            for (int t = 0; t < 4; t++) {
                long time = start + (long) (days * 86_400) + t;
                builder.add(learner, Question.of(20 + t, new int[] {0}, time), random.nextDouble() < logistic(left));
            }
        }
        // The world has no general ability and no mood.
        var config = new AbilityConfig(1e-6, 0, 6.25, 0, 1e-6, 0, 0.05, 0, 6, false);
        AbilityModel model = new AbilityTrainer(config)
                .fit(builder.build(), IntStream.range(0, 1500).toArray());

        assertThat(model.forgetting().halfLife(0, 12, 0)).isBetween(4.0, 16.0);
        assertThat(model.forgetting().halfLife(0, 12, 1))
                .isEqualTo(2 * model.forgetting().halfLife(0, 12, 0), within(1e-9));
    }

    @Test
    void namesTheLegalRange() {
        assertThatThrownBy(() -> new AbilityConfig(0, 0, 1, 0, 1, 0.5, 1, 0, 1, false))
                .hasMessageContaining("generalVariance must be in");
        assertThatThrownBy(() -> new AbilityConfig(1, 0, 1, 0, 1, 1, 1, 0, 1, false))
                .hasMessageContaining("moodRetention must be in [0, 1), was 1.0");
    }

    private static double logistic(double logit) {
        return 1 / (1 + Math.exp(-logit));
    }
}
