package dev.skillpod.core.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every tracer promises. A subclass names the tracer. */
public abstract class TracerConformance {
    private static final ResponseLog LOG = SimulatedLearners.checkerboard(60, 40, 24, 4, 1);
    private static final ResponseLog NEW = SimulatedLearners.checkerboard(6, 40, 24, 4, 2);

    /** Returns the tracer under test. */
    protected abstract MasteryTracer tracer();

    private TracingModel fit(int threads) {
        return tracer().fit(LOG, TrainingRun.of(7, threads));
    }

    private static double[] forecasts(TracingModel model, ResponseLog log) {
        try (var loop = new ParallelLoop(2)) {
            return Forecasts.of(model, log, loop);
        }
    }

    @Test
    void isTheSameForAnyNumberOfThreads() {
        assertThat(forecasts(fit(3), NEW)).isEqualTo(forecasts(fit(1), NEW));
    }

    @Test
    void laterAnswersChangeNothing() {
        TracingModel model = fit(1);
        double[] before = forecasts(model, NEW);
        int cut = 25;
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < NEW.learners(); learner++) {
            for (int row = NEW.start(learner); row < NEW.end(learner); row++) {
                boolean later = row - NEW.start(learner) >= cut;
                builder.add(learner, NEW.question(row), later != NEW.correct(row));
            }
        }
        double[] after = forecasts(model, builder.build());

        for (int learner = 0; learner < NEW.learners(); learner++) {
            int start = NEW.start(learner);
            // The answer at the cut itself is foretold before it is known.
            assertThat(Arrays.copyOfRange(after, start, start + cut + 1))
                    .isEqualTo(Arrays.copyOfRange(before, start, start + cut + 1));
        }
    }

    @Test
    void otherNewLearnersChangeNothing() {
        TracingModel model = fit(1);
        var alone = new ResponseLogBuilder();
        for (int row = NEW.start(3); row < NEW.end(3); row++) {
            alone.add(0, NEW.question(row), NEW.correct(row));
        }

        assertThat(forecasts(model, alone.build()))
                .isEqualTo(Arrays.copyOfRange(forecasts(model, NEW), NEW.start(3), NEW.end(3)));
    }

    @Test
    void aTraceNeverChanges() {
        LearnerTrace trace = fit(1).newLearner().after(Question.of(0, 0), true);
        double before = trace.predict(Question.of(4, 0));
        LearnerTrace wrong = trace;
        for (int i = 0; i < 5; i++) {
            wrong = wrong.after(Question.of(4, 0), false);
        }

        assertThat(trace.predict(Question.of(4, 0))).isEqualTo(before);
        assertThat(wrong).isNotNull();
    }

    @Test
    void newLearnersGetThePrior() {
        TracingModel model = fit(1);
        double first = model.newLearner().predict(Question.of(5, 1));
        model.newLearner().after(Question.of(5, 1), false);

        assertThat(model.newLearner().predict(Question.of(5, 1))).isEqualTo(first);
        // Half of the learners know each skill.
        assertThat(first).isBetween(0.3, 0.7);
    }

    @Test
    void unknownItemsAndSkillsHaveProbabilities() {
        LearnerTrace trace = fit(1).newLearner();
        Question[] odd = {
            Question.of(9999, 0),
            Question.of(9999, 9999),
            Question.of(0, 9999),
            Question.of(3, new int[0], Question.NO_TIME),
            Question.of(9999, new int[] {0, 1, 9999}, 1_700_000_000L)
        };
        for (int round = 0; round < 3; round++) {
            for (Question question : odd) {
                assertThat(trace.predict(question)).isGreaterThan(0).isLessThan(1);
                trace = trace.after(question, round % 2 == 0);
            }
        }
    }

    @Test
    void longOneSidedHistoriesStayProbabilities() {
        TracingModel model = fit(1);
        for (boolean answer : new boolean[] {true, false}) {
            LearnerTrace trace = model.newLearner();
            for (int t = 0; t < 1500; t++) {
                trace = trace.after(Question.of(t % 24, t % 4), answer);
            }
            assertThat(trace.predict(Question.of(1, 1))).isGreaterThan(0).isLessThan(1);
        }
    }

    @Test
    void oneResponseIsEnoughAndNoneIsRefused() {
        var builder = new ResponseLogBuilder();
        assertThatThrownBy(() -> tracer().fit(builder.build(), TrainingRun.of(1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least one response");
        builder.add(0, Question.of(0, 0), true);

        assertThat(tracer().fit(builder.build(), TrainingRun.of(1, 1))
                        .newLearner()
                        .predict(Question.of(0, 0)))
                .isGreaterThan(0)
                .isLessThan(1);
    }

    @Test
    void saysWhereItsModelComesFrom() {
        var provenance = fit(1).provenance();
        assertThat(provenance.seed()).isEqualTo(7);
        assertThat(provenance.dataSource()).isEqualTo("synthetic");
        assertThat(provenance.rowCounts()).containsEntry("responses", 60L * 40);
    }

    /** Returns how much more probable right answers are foretold than wrong ones, late in new learners' histories. */
    protected double lead() {
        double[] forecasts = forecasts(fit(1), NEW);
        double right = mean(forecasts, true);
        return right - mean(forecasts, false);
    }

    private static double mean(double[] forecasts, boolean correct) {
        return IntStream.range(0, NEW.size())
                .filter(row -> row % 40 >= 20 && NEW.correct(row) == correct)
                .mapToDouble(row -> forecasts[row])
                .average()
                .orElseThrow();
    }
}
