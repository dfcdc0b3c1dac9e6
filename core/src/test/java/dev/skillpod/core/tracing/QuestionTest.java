package dev.skillpod.core.tracing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class QuestionTest {
    @Test
    void namesTheLegalRange() {
        assertThatThrownBy(() -> Question.of(-1, 0)).hasMessage("item must be at least 0, was -1");
        assertThatThrownBy(() -> Question.of(1, -2)).hasMessage("skills must be at least 0, was -2");
        assertThatThrownBy(() -> Question.of(1, new int[] {3, 3}, 0)).hasMessage("skills must be distinct, was [3, 3]");
        assertThatThrownBy(() -> Question.of(1, new int[0], -5)).hasMessage("time must be at least 0, was -5");
    }

    @Test
    void keepsItsSkillsWhenTheCallersArrayChanges() {
        int[] skills = {4, 2};
        Question question = Question.of(1, skills, 0);
        skills[0] = 7;

        assertThat(question.asksFor(4)).isTrue();
        assertThat(question.asksFor(7)).isFalse();
    }

    @Test
    void aLogSortsByLearnerAndKeepsTheOrderOfEach() {
        ResponseLog log = new ResponseLogBuilder()
                .add(1, Question.of(5, new int[] {0}, 100), true)
                .add(0, Question.of(6, new int[] {1}, 50), false)
                .add(1, Question.of(7, new int[] {2}, 200), false)
                .build();

        assertThat(log.learners()).isEqualTo(2);
        assertThat(log.items()).isEqualTo(8);
        assertThat(log.skills()).isEqualTo(3);
        assertThat(log.question(log.start(1)).item()).isEqualTo(5);
        assertThat(log.correct(log.start(1))).isTrue();
        assertThat(log.question(log.end(1) - 1).item()).isEqualTo(7);
        assertThat(log.timed()).isTrue();
        assertThat(log.from()).isEqualTo(Instant.ofEpochSecond(50));
        assertThat(log.until()).isEqualTo(Instant.ofEpochSecond(201));
    }
}
