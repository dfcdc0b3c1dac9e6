package dev.skillpod.core.tracing.training;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.level.LevelScaleFitting;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The answers of a log, numbered: items and skills in the order of their first answer, learners in the log's. Not thread-safe. */
final class AnswerRows {
    /** A level measured so long before or after an answer is taken for the level at the answer. */
    private static final Duration BESIDE = Duration.ofDays(7);

    private final Instant asOf;
    private final Map<String, Integer> items = new LinkedHashMap<>();
    private final Map<String, Integer> skills = new LinkedHashMap<>();
    private final Map<String, String> names = new HashMap<>();
    private final List<List<Row>> learners = new ArrayList<>();
    private final LevelScaleFitting levels = new LevelScaleFitting();
    private long right;
    private long wrong;

    private record Row(Question question, boolean correct) {}

    /** Begins with nothing; answers from {@code asOf} on are left out. */
    AnswerRows(Instant asOf) {
        this.asOf = asOf;
    }

    void add(LearnerHistory everything) {
        if (everything.answers().isEmpty()) {
            return;
        }
        LearnerHistory history = everything.before(asOf);
        var rows = new ArrayList<Row>(history.answers().size());
        for (Answer answer : history.answers()) {
            Question question = question(answer);
            rows.add(new Row(question, answer.correct()));
            right += answer.correct() ? 1 : 0;
            wrong += answer.correct() ? 0 : 1;
            if (question.skillCount() == 1) {
                measuredBeside(history.assessments(), answer)
                        .ifPresent(level -> levels.add(question, level, answer.correct()));
            }
        }
        if (!rows.isEmpty()) {
            learners.add(rows);
        }
    }

    private Question question(Answer answer) {
        var numbers = new int[answer.skillIds().size()];
        for (int k = 0; k < numbers.length; k++) {
            numbers[k] = number(skills, answer.skillIds().get(k));
        }
        return Question.of(
                number(items, answer.itemId()),
                numbers,
                Math.max(1, answer.occurredAt().getEpochSecond()));
    }

    private int number(Map<String, Integer> numbers, String id) {
        return numbers.computeIfAbsent(names.computeIfAbsent(id, i -> i), i -> numbers.size());
    }

    private static Optional<Double> measuredBeside(List<Assessment> assessments, Answer answer) {
        Duration nearest = BESIDE;
        Double level = null;
        for (Assessment assessment : assessments) {
            Duration away = Duration.between(answer.occurredAt(), assessment.occurredAt())
                    .abs();
            if (away.compareTo(nearest) <= 0
                    && assessment.skillId().equals(answer.skillIds().getFirst())) {
                nearest = away;
                level = assessment.score();
            }
        }
        return Optional.ofNullable(level);
    }

    long right() {
        return right;
    }

    long wrong() {
        return wrong;
    }

    int learners() {
        return learners.size();
    }

    List<String> itemIds() {
        return List.copyOf(items.keySet());
    }

    List<String> skillIds() {
        return List.copyOf(skills.keySet());
    }

    LevelScaleFitting levels() {
        return levels;
    }

    /** Adds all answers of a learner to a log, as its next learner. */
    void copy(int learner, int as, ResponseLogBuilder log) {
        for (Row row : learners.get(learner)) {
            log.add(as, row.question, row.correct);
        }
    }
}
