package dev.skillpod.core.tracing.level;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.skillpod.core.tracing.HandMadeTracing;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.Difficulties;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AnswerLevelsTest {
    private final Difficulties difficulties = HandMadeTracing.tracing(List.of("dough", "bread"), null)
            .model()
            .abilities()
            .difficulties();
    private final AnswerLevels levels = new AnswerLevels(HandMadeTracing.scale(2), difficulties);
    private final Question one = Question.of(0, 0);
    private final Question both = Question.of(0, new int[] {0, 1}, 0);

    @Test
    void aCorrectAnswerNeverLowersALevelAndOrderIsKept() {
        var random = new Random(3);
        for (int i = 0; i < 20_000; i++) {
            double level = 100 * random.nextDouble();
            double variance = 1_500 * random.nextDouble();
            Question question = random.nextBoolean() ? one : both;
            boolean correct = random.nextBoolean();
            double after = levels.after(level, variance, question, correct);

            assertThat(after).isBetween(0.0, 100.0);
            if (correct) {
                assertThat(after).isGreaterThanOrEqualTo(level);
            } else {
                assertThat(after).isLessThanOrEqualTo(level);
            }
            double higher = Math.min(100, level + 20 * random.nextDouble());
            // Both are found to 1e-6 levels.
            assertThat(levels.after(higher, variance, question, correct)).isGreaterThanOrEqualTo(after - 3e-6);
        }
    }

    @Test
    void theLevelAfterAnAnswerIsTheMostProbableOne() {
        double variance = 400;
        double after = levels.after(50, variance, one, true);

        double best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (double level = 0; level <= 100; level += 0.001) {
            double density = -(level - 50) * (level - 50) / (2 * variance) - Math.log1p(Math.exp(-0.1 * (level - 50)));
            if (density > most) {
                most = density;
                best = level;
            }
        }
        assertThat(after).isCloseTo(best, within(0.002));
    }

    @Test
    void manyAnswersFindTheLevelThatGaveThem() {
        var random = new Random(5);
        double level = 20;
        double variance = 900;
        for (int i = 0; i < 400; i++) {
            boolean correct = random.nextDouble() < 1 / (1 + Math.exp(-0.1 * (70 - 50)));
            level = levels.after(level, variance, one, correct);
            variance = levels.variance(level, variance, one);
        }
        // 400 answers of information 0.1^2 * p(1-p) = 0.00105 leave a deviation of 1.5 levels; the seed is fixed.
        assertThat(level).isCloseTo(70, within(4.5));
        assertThat(variance).isBetween(1.0, 4.0);
    }

    @Test
    void theScaleIsFoundFromAnswersBesideMeasuredLevels() {
        var random = new Random(9);
        var fitting = new LevelScaleFitting();
        for (int i = 0; i < 6_000; i++) {
            double level = 100 * random.nextDouble();
            int skill = random.nextInt(2);
            double odds = (skill == 0 ? 0.4 : -0.6) + 0.08 * (level - 50);
            fitting.add(Question.of(skill * 3, skill), level, random.nextDouble() < 1 / (1 + Math.exp(-odds)));
        }

        LevelScale scale = fitting.fit(difficulties).orElseThrow();

        // Standard errors are about 0.0018, and 0.06 for an intercept; 3 of them, and the penalty's pull.
        assertThat(scale.slope()).isCloseTo(0.08, within(0.006));
        assertThat(scale.skills().get(0)).isCloseTo(0.4, within(0.2));
        assertThat(scale.skills().get(1)).isCloseTo(-0.6, within(0.2));
        assertThat(scale.level(0, 0.5)).isCloseTo(45, within(3.0));
    }

    @Test
    void thereIsNoScaleWhereHigherLevelsDoNotAnswerBetter() {
        var random = new Random(9);
        var fitting = new LevelScaleFitting();
        for (int i = 0; i < 1_000; i++) {
            double level = 100 * random.nextDouble();
            fitting.add(one, level, level < 50);
        }
        assertThat(fitting.fit(difficulties)).isEmpty();
        assertThat(new LevelScaleFitting().fit(difficulties)).isEmpty();
        assertThatThrownBy(() -> new LevelScale(0, 0, List.of(), 0.2)).hasMessage("slope must be in (0, 1], was 0.0");
    }
}
