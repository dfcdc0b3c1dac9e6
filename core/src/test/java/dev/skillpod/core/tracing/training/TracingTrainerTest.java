package dev.skillpod.core.tracing.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.HandMadeTracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;

class TracingTrainerTest {
    private static final TracingTrainer TRAINER = new TracingTrainer((rows, validation, config) -> {
        throw new AssertionError("nothing is to be fitted");
    });

    private static ActivityLog log(int learners, int each, IntPredicate correct) {
        return visitor -> {
            for (int u = 0; u < learners; u++) {
                var who = new LearnerKey("t", "u" + u);
                var answers = new ArrayList<Answer>();
                for (int i = 0; i < each; i++) {
                    answers.add(HandMadeTracing.answer(
                            who, "dough", correct.test(u * each + i), Instant.EPOCH.plusSeconds(60L * (i + 1))));
                }
                visitor.accept(LearnerHistory.of(who, LearnerProfile.empty()).withAnswers(answers));
            }
        };
    }

    @Test
    void refusesTooFewAnswers() {
        assertThatThrownBy(() -> TRAINER.fit(log(60, 5, i -> i % 2 == 0), "real", TrainingRun.of(1, 1)))
                .isInstanceOf(TooFewAnswersException.class)
                .hasMessage("the log holds 300 answers (150 right, 150 wrong) of 60 learners; needed are 1000 of 50"
                        + " learners, 100 of them right and as many wrong");
    }

    @Test
    void refusesAnswersOfOneKindOnly() {
        assertThatThrownBy(() -> TRAINER.fit(log(60, 50, i -> true), "real", TrainingRun.of(1, 1)))
                .isInstanceOf(TooFewAnswersException.class)
                .hasMessageContaining("(3000 right, 0 wrong)");
    }

    @Test
    void refusesIdsThatDoNotBelongToTheModel() {
        TrainedTracing good = HandMadeTracing.tracing(List.of("dough"), null);

        assertThatThrownBy(() -> new TrainedTracing(good.itemIds(), List.of("dough", "bread"), good.model(), null))
                .hasMessage("the model knows 1 skills, the ids were 2, 2 of them different");
        assertThatThrownBy(() ->
                        new TrainedTracing(good.itemIds(), good.skillIds(), good.model(), HandMadeTracing.scale(2)))
                .hasMessage("the scale must know 1 skills, knew 2");
        assertThat(good.answerLevels()).isEmpty();
    }
}
