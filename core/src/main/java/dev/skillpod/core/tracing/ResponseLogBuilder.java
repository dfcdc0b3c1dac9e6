package dev.skillpod.core.tracing;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Collects responses, each learner's in time order, into a {@link ResponseLog}. Not thread-safe. */
public final class ResponseLogBuilder {
    private final List<List<Question>> questions = new ArrayList<>();
    private final List<BitSet> correct = new ArrayList<>();
    private int items;
    private int skills;
    private int size;
    private boolean timed = true;

    /**
     * Adds a response, which is later than the learner's others.
     *
     * @param learner at least 0; learners without responses are legal
     */
    public ResponseLogBuilder add(int learner, Question question, boolean answeredCorrectly) {
        while (questions.size() <= learner) {
            questions.add(new ArrayList<>());
            correct.add(new BitSet());
        }
        List<Question> row = questions.get(learner);
        correct.get(learner).set(row.size(), answeredCorrectly);
        row.add(question);
        items = Math.max(items, question.item() + 1);
        for (int k = 0; k < question.skillCount(); k++) {
            skills = Math.max(skills, question.skill(k) + 1);
        }
        timed &= question.time() != Question.NO_TIME;
        size++;
        return this;
    }

    /** Makes room for items and skills that other logs have, so that all of them number alike. */
    public ResponseLogBuilder atLeast(int ofItems, int ofSkills) {
        items = Math.max(items, ofItems);
        skills = Math.max(skills, ofSkills);
        return this;
    }

    /** Returns the number of responses added. */
    public int size() {
        return size;
    }

    /** Returns the log of what was added, from real learners. */
    public ResponseLog build() {
        return build("real");
    }

    /**
     * Returns the log of what was added.
     *
     * @param source {@code real}, {@code synthetic} or {@code mixed}
     */
    public ResponseLog build(String source) {
        var starts = new int[questions.size() + 1];
        var rows = new Question[size];
        var right = new BitSet(size);
        int row = 0;
        for (int learner = 0; learner < questions.size(); learner++) {
            List<Question> own = questions.get(learner);
            for (int t = 0; t < own.size(); t++) {
                rows[row] = own.get(t);
                right.set(row, correct.get(learner).get(t));
                row++;
            }
            starts[learner + 1] = row;
        }
        return new ResponseLog(starts, rows, right, items, skills, timed && size > 0, source);
    }
}
