package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.tracing.Question;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is counted of one learner. Not thread-safe while it is changed; {@link #copy} is independent. */
final class History {
    private static final double LONG = 0.05;

    /**
     * Answers on one item.
     *
     * @param count how many
     * @param correct whether the last was correct
     * @param at number of the last, from 0
     */
    record Seen(int count, boolean correct, int at) {}

    /**
     * Answers on one skill.
     *
     * @param streak counts
     * @param at number of the last, from 0
     */
    record Practised(Streak streak, int at) {}

    private final Map<Integer, Practised> skills;
    private final Map<Integer, Seen> items;
    private Streak all = Streak.NONE;
    private double longSurprise;
    private double[] lastSurprises = {Double.NaN, Double.NaN, Double.NaN};
    private int block;
    private int blockCorrect;
    private @Nullable Question last;
    private boolean lastCorrect;

    History() {
        skills = new HashMap<>();
        items = new HashMap<>();
    }

    private History(History other) {
        skills = new HashMap<>(other.skills);
        items = new HashMap<>(other.items);
        all = other.all;
        longSurprise = other.longSurprise;
        lastSurprises = other.lastSurprises;
        block = other.block;
        blockCorrect = other.blockCorrect;
        last = other.last;
        lastCorrect = other.lastCorrect;
    }

    History copy() {
        return new History(this);
    }

    void answer(Question question, boolean correct, double surprise) {
        boolean same = continues(question);
        block = (same ? block : 0) + 1;
        blockCorrect = (same ? blockCorrect : 0) + (correct ? 1 : 0);
        int at = all.count();
        for (int k = 0; k < question.skillCount(); k++) {
            Practised before = skills.get(question.skill(k));
            Streak streak = before == null ? Streak.NONE : before.streak();
            skills.put(question.skill(k), new Practised(streak.after(correct, surprise), at));
        }
        Seen seen = items.get(question.item());
        items.put(question.item(), new Seen(seen == null ? 1 : seen.count() + 1, correct, at));
        all = all.after(correct, surprise);
        longSurprise += LONG * (surprise - longSurprise);
        lastSurprises = new double[] {surprise, lastSurprises[0], lastSurprises[1]};
        last = question;
        lastCorrect = correct;
    }

    /** Whether a question has a skill in common with the last one, so that it continues a block. */
    boolean continues(Question question) {
        return last != null && ResponseStatistics.sameSkills(last, question);
    }

    /** Returns the counts over all answers. */
    Streak all() {
        return all;
    }

    /** Returns the surprise averaged with weight 0.05 on the newest. */
    double longSurprise() {
        return longSurprise;
    }

    /** Returns the surprise of the answer {@code back} answers before the last, 0 to 2; NaN when there is none. */
    double surprise(int back) {
        return lastSurprises[back];
    }

    /** Returns the answers since a block of questions with common skills began. */
    int block() {
        return block;
    }

    /** Returns the correct ones among {@link #block}. */
    int blockCorrect() {
        return blockCorrect;
    }

    /** Returns how many skills were practised. */
    int skillCount() {
        return skills.size();
    }

    @Nullable
    Practised skill(int skill) {
        return skills.get(skill);
    }

    @Nullable
    Seen item(int item) {
        return items.get(item);
    }

    @Nullable
    Question last() {
        return last;
    }

    boolean lastCorrect() {
        return lastCorrect;
    }
}
