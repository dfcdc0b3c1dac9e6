package dev.skillpod.core.tracing;

import java.time.Instant;
import java.util.BitSet;

/**
 * The responses of many learners, each learner's in time order. Immutable and thread-safe.
 *
 * <p>Responses are rows from 0; those of learner u are the rows [{@code start(u)}, {@code end(u)}).
 */
public final class ResponseLog {
    private final int[] starts;
    private final Question[] questions;
    private final BitSet correct;
    private final int items;
    private final int skills;
    private final boolean timed;
    private final String source;

    ResponseLog(
            int[] starts, Question[] questions, BitSet correct, int items, int skills, boolean timed, String source) {
        this.starts = starts;
        this.questions = questions;
        this.correct = correct;
        this.items = items;
        this.skills = skills;
        this.timed = timed;
        this.source = source;
    }

    /** Returns the number of learners. */
    public int learners() {
        return starts.length - 1;
    }

    /** Returns the number of items: above every item's number. */
    public int items() {
        return items;
    }

    /** Returns the number of skills: above every skill's number. */
    public int skills() {
        return skills;
    }

    /** Returns the number of responses. */
    public int size() {
        return questions.length;
    }

    /** Returns the first row of a learner. */
    public int start(int learner) {
        return starts[learner];
    }

    /** Returns the row after a learner's last. */
    public int end(int learner) {
        return starts[learner + 1];
    }

    /** Returns what was asked in a row. */
    public Question question(int row) {
        return questions[row];
    }

    /** Whether the answer of a row was correct. */
    public boolean correct(int row) {
        return correct.get(row);
    }

    /** Whether every response has a time; without, gaps are counted in responses. */
    public boolean timed() {
        return timed;
    }

    /** Returns {@code real}, {@code synthetic} or {@code mixed}. */
    public String source() {
        return source;
    }

    /** Returns the earliest time (inclusive); the epoch when times are unknown. */
    public Instant from() {
        long least = Long.MAX_VALUE;
        for (Question question : questions) {
            least = Math.min(least, question.time());
        }
        return timed ? Instant.ofEpochSecond(least) : Instant.EPOCH;
    }

    /** Returns the end of the times (exclusive); the epoch when times are unknown. */
    public Instant until() {
        long most = 0;
        for (Question question : questions) {
            most = Math.max(most, question.time());
        }
        return timed ? Instant.ofEpochSecond(most + 1) : Instant.EPOCH;
    }
}
