package dev.skillpod.starter;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * One learner's answers to single items: some in every test that ends in an assessment, and of one learner in ten quizzes
 * at every visit. Draws
 * from streams of its own and changes nothing of the learner but how fresh skills are, so that the rest of the world is what it would
 * be without it. Not thread-safe.
 */
final class QuizPractice {
    private static final double KEEN = 0.1;
    private static final int QUIZZES = 3;
    private static final int TEST_ITEMS = 2;
    private static final int QUIZ_ITEMS = 4;
    private static final long SECONDS_PER_ITEM = 20;
    private static final double SECONDS_PER_DAY = 86_400;

    private final QuizModel quizzes;
    private final CatalogArrays arrays;
    private final LearnerTraits learner;
    private final LearnerState state;
    private final EventLog log;
    private final RandomGenerator random;
    private final boolean keen;
    private final long[] practisedAt;
    private final int[] practices;
    private final int[] known;
    private int knownSkills;

    QuizPractice(World world, LearnerTraits learner, LearnerState state, EventLog log) {
        this.quizzes = world.quizzes();
        this.arrays = world.arrays();
        this.learner = learner;
        this.state = state;
        this.log = log;
        this.random = world.run().random("starter.answers", learner.index());
        this.keen = random.nextDouble() < KEEN;
        this.practisedAt = new long[state.mastery.length];
        Arrays.fill(practisedAt, learner.joinedAt());
        this.practices = new int[state.mastery.length];
        this.known = new int[state.mastery.length];
    }

    /** The items of a test that ends in an assessment at {@code time}. */
    void test(int skill, long time, @Nullable String contentId) {
        answer(skill, TEST_ITEMS, time - TEST_ITEMS * SECONDS_PER_ITEM, contentId);
    }

    /** Who is keen takes quizzes at the end of a visit: on what was left alone for longest, and on what the target role asks for. */
    void visit(long time) {
        if (!keen) {
            return;
        }
        int[] asked = arrays.roleSkills[learner.target()];
        for (int quiz = 0; quiz < QUIZZES; quiz++) {
            int skill = knownSkills > quiz ? longestAlone() : asked[random.nextInt(asked.length)];
            answer(skill, QUIZ_ITEMS, time + 600 + 120L * quiz, null);
        }
    }

    private int longestAlone() {
        int oldest = known[0];
        for (int k = 1; k < knownSkills; k++) {
            oldest = practisedAt[known[k]] < practisedAt[oldest] ? known[k] : oldest;
        }
        return oldest;
    }

    /** A skill was learnt: it is fresh again. */
    void learnt(int skill, long time) {
        practised(skill, time);
    }

    private void answer(int skill, int items, long from, @Nullable String contentId) {
        int first = random.nextInt(QuizModel.ITEMS);
        for (int k = 0; k < items; k++) {
            int item = (first + k * 3) % QuizModel.ITEMS;
            double atHand = QuizModel.atHand(state.mastery[skill], recall(skill, from));
            boolean correct = random.nextDouble() < quizzes.probability(skill, item, atHand);
            log.answer(
                    from + k * SECONDS_PER_ITEM,
                    quizzes.itemId(skill, item),
                    arrays.catalog.skills().get(skill).id(),
                    correct,
                    contentId);
            practised(skill, from);
        }
    }

    private void practised(int skill, long time) {
        if (practices[skill] == 0) {
            known[knownSkills++] = skill;
        }
        practices[skill]++;
        practisedAt[skill] = Math.max(practisedAt[skill], time);
    }

    private double recall(int skill, long time) {
        double days = Math.max(0, time - practisedAt[skill]) / SECONDS_PER_DAY;
        return Math.pow(2, -days / quizzes.halfLife(skill, practices[skill]));
    }
}
