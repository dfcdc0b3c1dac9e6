package dev.skillpod.core.tracing.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.evaluation.Probabilities;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.Forecasts;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.TracerConformance;
import dev.skillpod.core.tracing.ability.AbilityConfig;
import dev.skillpod.core.tracing.ability.AbilityTracer;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The stacked tracer without trees, which is the recurrent network over the ability model. */
class RecurrentStackTest extends TracerConformance {
    @Override
    protected MasteryTracer tracer() {
        return new StackedTracer(StackConfig.defaults(), Optional.empty());
    }

    @Test
    void tellsLearnersApart() {
        assertThat(lead()).isGreaterThan(0.15);
    }

    /** Learners know either the even or the odd items of a single skill: an ability cannot say that, answers on items can. */
    @Test
    void learnsWhichItemsGoTogether() {
        ResponseLog train = parityWorld(600, 11);
        ResponseLog test = parityWorld(150, 12);

        double ability = auc(new AbilityTracer(AbilityConfig.defaults()), train, test);
        double network = auc(tracer(), train, test);

        assertThat(ability).isLessThan(0.6);
        assertThat(network).isGreaterThan(0.75);
    }

    private static ResponseLog parityWorld(int learners, long seed) {
        var random = new Random(seed);
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < learners; learner++) {
            int parity = random.nextInt(2);
            for (int t = 0; t < 40; t++) {
                int item = random.nextInt(12);
                builder.add(learner, Question.of(item, 0), (item % 2 == parity) == random.nextInt(10) > 0);
            }
        }
        return builder.build("synthetic");
    }

    private static double auc(MasteryTracer tracer, ResponseLog train, ResponseLog test) {
        try (var loop = new ParallelLoop(2)) {
            double[] forecasts = Forecasts.of(tracer.fit(train, TrainingRun.of(5, 2)), test, loop);
            var happened = new boolean[test.size()];
            for (int row = 0; row < happened.length; row++) {
                happened[row] = test.correct(row);
            }
            return Probabilities.auc(forecasts, happened);
        }
    }
}
