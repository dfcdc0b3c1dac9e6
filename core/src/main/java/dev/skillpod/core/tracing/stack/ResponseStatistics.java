package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ability.AbilityModel;
import dev.skillpod.core.tracing.ability.AbilityState;
import dev.skillpod.core.tracing.ability.Difficulties;
import dev.skillpod.core.tracing.ability.Expectation;

/**
 * Plain counts over a log: how often an item is answered correctly, in which situation it is met, and how much better or worse
 * than expected it is answered right after another item or skill. Immutable and thread-safe once counted.
 */
final class ResponseStatistics {
    private static final double RATE_STRENGTH = 4;
    private static final double SITUATION_STRENGTH = 3;
    private static final double SITUATION_USUAL = 2;
    private static final double ITEM_PAIR_STRENGTH = 5;
    private static final double SKILL_PAIR_STRENGTH = 10;

    private final Difficulties difficulties;
    private final int[] counts;
    private final int[] correct;
    private final int[] followed;
    private final int[] followedCorrect;
    private final int[] followedSame;
    private final PairTable itemPairs;
    private final PairTable skillPairs;

    private ResponseStatistics(int items, Difficulties difficulties) {
        this.difficulties = difficulties;
        counts = new int[items];
        correct = new int[items];
        followed = new int[items];
        followedCorrect = new int[items];
        followedSame = new int[items];
        itemPairs = new PairTable();
        skillPairs = new PairTable();
    }

    private ResponseStatistics(NumberInput in, Difficulties difficulties) {
        this.difficulties = difficulties;
        counts = in.counts("answers");
        correct = counts(in);
        followed = counts(in);
        followedCorrect = counts(in);
        followedSame = counts(in);
        itemPairs = PairTable.read(in);
        skillPairs = PairTable.read(in);
    }

    private int[] counts(NumberInput in) {
        int[] read = in.counts("answers");
        if (read.length != counts.length) {
            throw new IllegalArgumentException("answers must be of " + counts.length + " items, were " + read.length);
        }
        return read;
    }

    void write(NumberOutput out) {
        out.integers(counts)
                .integers(correct)
                .integers(followed)
                .integers(followedCorrect)
                .integers(followedSame);
        itemPairs.write(out);
        skillPairs.write(out);
    }

    static ResponseStatistics read(NumberInput in, Difficulties difficulties) {
        return new ResponseStatistics(in, difficulties);
    }

    /** Counts the responses of some learners; {@code abilities} says what was expected of each. */
    static ResponseStatistics count(ResponseLog log, int[] learners, AbilityModel abilities) {
        var statistics = new ResponseStatistics(log.items(), abilities.difficulties());
        for (int learner : learners) {
            AbilityState state = abilities.newLearner();
            for (int row = log.start(learner); row < log.end(learner); row++) {
                Question question = log.question(row);
                double surprise =
                        (log.correct(row) ? 1 : 0) - state.expect(question).probability();
                statistics.counts[question.item()]++;
                statistics.correct[question.item()] += log.correct(row) ? 1 : 0;
                if (row > log.start(learner)) {
                    statistics.follow(log.question(row - 1), log.correct(row - 1), question, surprise);
                }
                state.answer(question, log.correct(row));
            }
        }
        return statistics;
    }

    private void follow(Question before, boolean beforeCorrect, Question question, double surprise) {
        int item = question.item();
        followed[item]++;
        followedCorrect[item] += beforeCorrect ? 1 : 0;
        followedSame[item] += sameSkills(before, question) ? 1 : 0;
        itemPairs.add(outcome(before.item(), beforeCorrect), item, surprise);
        for (int a = 0; a < before.skillCount(); a++) {
            for (int b = 0; b < question.skillCount(); b++) {
                if (before.skill(a) != question.skill(b)) {
                    skillPairs.add(outcome(before.skill(a), beforeCorrect), question.skill(b), surprise);
                }
            }
        }
    }

    /** Returns how many items are counted. */
    int items() {
        return counts.length;
    }

    /** Whether two questions have a skill in common. */
    static boolean sameSkills(Question a, Question b) {
        for (int k = 0; k < a.skillCount(); k++) {
            if (b.asksFor(a.skill(k))) {
                return true;
            }
        }
        return false;
    }

    private static int outcome(int number, boolean correct) {
        return 2 * number + (correct ? 1 : 0);
    }

    private boolean known(int item) {
        return item < counts.length;
    }

    /** Returns the item's share of correct answers, shrunk to its skills' easiness. */
    double rate(Question question) {
        double usual = Expectation.logistic(difficulties.skillEasiness(question));
        int item = question.item();
        return known(item) ? (correct[item] + RATE_STRENGTH * usual) / (counts[item] + RATE_STRENGTH) : usual;
    }

    /** Returns how often the answer before this item was correct: follow-up questions are met after wrong ones. */
    double correctBefore(int item) {
        return known(item)
                ? (followedCorrect[item] + SITUATION_USUAL) / (followed[item] + SITUATION_STRENGTH)
                : SITUATION_USUAL / SITUATION_STRENGTH;
    }

    /** Returns how often the item before this one asked for the same skill. */
    double sameBefore(int item) {
        return known(item)
                ? (followedSame[item] + SITUATION_USUAL) / (followed[item] + SITUATION_STRENGTH)
                : SITUATION_USUAL / SITUATION_STRENGTH;
    }

    /** Returns the mean surprise on an item right after an answer on another one. */
    double itemSurprise(int before, boolean beforeCorrect, int item) {
        return itemPairs.mean(outcome(before, beforeCorrect), item, ITEM_PAIR_STRENGTH);
    }

    /** Returns how many answers {@link #itemSurprise} rests on. */
    double itemSurpriseCount(int before, boolean beforeCorrect, int item) {
        return itemPairs.count(outcome(before, beforeCorrect), item);
    }

    /** Returns the mean surprise on a skill right after an answer on another one. */
    double skillSurprise(int before, boolean beforeCorrect, int skill) {
        return skillPairs.mean(outcome(before, beforeCorrect), skill, SKILL_PAIR_STRENGTH);
    }

    /** Returns how many answers {@link #skillSurprise} rests on. */
    double skillSurpriseCount(int before, boolean beforeCorrect, int skill) {
        return skillPairs.count(outcome(before, beforeCorrect), skill);
    }
}
