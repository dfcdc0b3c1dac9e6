package dev.skillpod.core.tracing.memory;

import static dev.skillpod.core.tracing.HandMadeTracing.HALF_LIFE_DAYS;
import static dev.skillpod.core.tracing.HandMadeTracing.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.tracing.HandMadeTracing;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LearnerMemoryTest {
    private static final LearnerKey WHO = new LearnerKey("t", "u");
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private final TrainedTracing tracing = HandMadeTracing.tracing(List.of("dough", "bread"), null);

    private static Instant after(double days) {
        return START.plusSeconds(Math.round(days * 86_400));
    }

    private SkillMemory dough(List<Answer> answers, Instant asOf) {
        return LearnerMemory.of(tracing, answers, asOf).of("dough").orElseThrow();
    }

    @Test
    void halfIsForgottenAfterAHalfLifeAndAReviewIsDueBeforeThat() {
        List<Answer> answers = List.of(answer(WHO, "dough", true, START), answer(WHO, "dough", true, START));

        SkillMemory atOnce = dough(answers, after(1));
        SkillMemory later = dough(answers, after(HALF_LIFE_DAYS));

        assertThat(atOnce.due()).isFalse();
        assertThat(later.now().halfLife()).isCloseTo(HALF_LIFE_DAYS, within(1e-9));
        assertThat(later.forgotten()).isCloseTo(0.5, within(1e-6));
        assertThat(later.due()).isTrue();
        assertThat(later.now().probability()).isLessThan(later.whenAnswered()).isGreaterThan(0.5);
        assertThat(later.now().upper() - later.now().lower())
                .isGreaterThan(atOnce.now().upper() - atOnce.now().lower());
        Instant due = later.dueAt();
        assertThat(dough(answers, due.minusSeconds(60)).due()).isFalse();
        assertThat(dough(answers, due.plusSeconds(60)).due()).isTrue();
    }

    @Test
    void aWrongLastAnswerLeavesNothingToReview() {
        var answers = List.of(answer(WHO, "dough", true, START), answer(WHO, "dough", false, after(1)));

        assertThat(dough(answers, after(10 * HALF_LIFE_DAYS)).due()).isFalse();
    }

    @Test
    void looksAtThePastOnly() {
        var answers = new ArrayList<Answer>();
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            answers.add(answer(WHO, i % 3 == 0 ? "bread" : "dough", random.nextBoolean(), after(i)));
        }

        for (int i = 1; i < 200; i += 17) {
            Instant asOf = after(i);
            assertThat(LearnerMemory.of(tracing, answers, asOf).all())
                    .containsExactlyElementsOf(LearnerMemory.of(tracing, answers.subList(0, i), asOf)
                            .all());
        }
    }

    @Test
    void aCorrectAnswerNeverLowersMasteryAndAWrongOneNeverRaisesIt() {
        var random = new Random(11);
        var answers = new ArrayList<Answer>(List.of(answer(WHO, "dough", true, START)));
        for (int i = 1; i < 300; i++) {
            Instant at = after(i * 3);
            double before = dough(answers, at).now().probability();
            var right = new ArrayList<>(answers);
            right.add(answer(WHO, "dough", true, at));
            var wrong = new ArrayList<>(answers);
            wrong.add(answer(WHO, "dough", false, at));
            Instant justAfter = at.plusNanos(1_000);

            assertThat(dough(right, justAfter).now().probability()).isGreaterThanOrEqualTo(before);
            assertThat(dough(wrong, justAfter).now().probability()).isLessThanOrEqualTo(before);
            answers = random.nextInt(3) > 0 ? right : wrong;
        }
    }

    @Test
    void knowsSkillsThatTheModelNeverSaw() {
        var memory = LearnerMemory.of(
                tracing, List.of(answer(WHO, "soup", true, START), answer(WHO, "sauce", false, START)), after(1));

        assertThat(memory.of("soup").orElseThrow().now().probability())
                .isGreaterThan(memory.of("sauce").orElseThrow().now().probability());
    }
}
