package dev.skillpod.core.tracing.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.SimulatedLearners;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MasteryTest {
    private static final long START = 1_700_000_000L;
    private static final long DAY = 86_400;

    private static StackedModel fit(ResponseLog log) {
        return new StackedTracer(StackConfig.defaults(), Optional.empty()).fit(log, TrainingRun.of(3, 1));
    }

    /** The checkerboard with a time for every answer, one a day. */
    private static ResponseLog timed(ResponseLog log) {
        var builder = new ResponseLogBuilder();
        for (int learner = 0; learner < log.learners(); learner++) {
            for (int row = log.start(learner); row < log.end(learner); row++) {
                long time = START + (row - log.start(learner)) * DAY;
                Question question = log.question(row);
                builder.add(
                        learner, Question.of(question.item(), new int[] {question.skill(0)}, time), log.correct(row));
            }
        }
        return builder.build();
    }

    @Test
    void aCorrectAnswerNeverLowersTheMasteryOfItsSkillAndAWrongOneNeverRaisesIt() {
        StackedModel model = fit(SimulatedLearners.checkerboard(80, 40, 24, 4, 1));
        var random = new Random(6);
        for (int learner = 0; learner < 50; learner++) {
            StackedTrace trace = model.newLearner();
            double bias = random.nextDouble();
            for (int t = 0; t < 60; t++) {
                int item = random.nextInt(30);
                int skill = item % 4;
                // Unknown items and second skills are among them.
                int[] skills = random.nextInt(3) == 0 ? new int[] {skill, 4 + random.nextInt(3)} : new int[] {skill};
                boolean correct = random.nextDouble() < bias;
                Question question = Question.of(item, skills, Question.NO_TIME);
                double before = trace.mastery(skill, Question.NO_TIME).probability();
                trace = trace.after(question, correct);
                double after = trace.mastery(skill, Question.NO_TIME).probability();
                if (correct) {
                    assertThat(after).isGreaterThanOrEqualTo(before);
                } else {
                    assertThat(after).isLessThanOrEqualTo(before);
                }
            }
        }
    }

    @Test
    void isHighWhereTheLearnerAnswersWellAndSurerAfterPractice() {
        StackedModel model = fit(SimulatedLearners.checkerboard(80, 40, 24, 4, 1));
        StackedTrace trace = model.newLearner();
        Mastery start = trace.mastery(0, Question.NO_TIME);
        for (int t = 0; t < 20; t++) {
            trace = trace.after(Question.of(t % 2 * 4, 0), true).after(Question.of(1 + t % 2 * 4, 1), false);
        }
        Mastery good = trace.mastery(0, Question.NO_TIME);
        Mastery bad = trace.mastery(1, Question.NO_TIME);

        assertThat(good.probability()).isGreaterThan(start.probability() + 0.1);
        assertThat(bad.probability()).isLessThan(start.probability() - 0.1);
        assertThat(good.upper() - good.lower()).isLessThan(start.upper() - start.lower());
        assertThat(good.lower()).isLessThan(good.probability());
        assertThat(good.upper()).isGreaterThan(good.probability());
        assertThat(good.practices()).isEqualTo(20);
        assertThat(start.practices()).isZero();
    }

    @Test
    void fadesToWhatTheGeneralAbilityGivesAndTheIntervalWidens() {
        StackedModel model = fit(timed(SimulatedLearners.checkerboard(80, 40, 24, 4, 1)));
        StackedTrace trace = model.newLearner();
        for (int t = 0; t < 20; t++) {
            long now = START + t;
            trace = trace.after(Question.of(0, new int[] {0}, now), true)
                    .after(Question.of(1, new int[] {1}, now), false);
        }
        double last = trace.mastery(0, START + 20).probability();
        double width = 0;
        for (int days = 1; days < 400; days *= 3) {
            Mastery later = trace.mastery(0, START + 20 + days * DAY);
            assertThat(later.probability()).isLessThan(last);
            assertThat(later.halfLife()).isPositive();
            assertThat(later.upper() - later.lower()).isGreaterThan(width);
            last = later.probability();
            width = later.upper() - later.lower();
        }
    }

    @Test
    void unknownSkillsHaveTheOverallEasiness() {
        StackedModel model = fit(SimulatedLearners.checkerboard(80, 40, 24, 4, 1));

        assertThat(model.newLearner().mastery(77, Question.NO_TIME).probability())
                .isBetween(0.4, 0.6);
    }
}
