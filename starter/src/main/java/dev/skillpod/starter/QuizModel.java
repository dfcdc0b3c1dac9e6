package dev.skillpod.starter;

import dev.skillpod.core.model.TrainingRun;
import java.util.random.RandomGenerator;

/**
 * How simulated learners answer single items of quizzes and tests:
 *
 * <pre>
 * P(correct) = 0.1 + 0.9 logistic((at hand - difficulty) / 11)
 * at hand    = mastery - 20 (1 - 2^(-days / half-life)), at least 0
 * half-life  = 10 days * 2^(the skill's shift) * (1 + practices)^0.4
 * </pre>
 *
 * {@code days} count from the last time the skill was learnt or answered; an answer is told to be right or wrong, which refreshes the skill. What is not
 * practised is not at hand, but it is not lost: mastery, which everything else in the world depends on, does not change by it.
 */
final class QuizModel {
    /** Items of each skill. */
    static final int ITEMS = 10;

    private static final double GUESS = 0.1;
    private static final double SPREAD = 11;
    private static final double HALF_LIFE_DAYS = 10;
    private static final double GROWTH = 0.4;
    private static final double FADES = 20;
    private static final double EASIEST = 5;
    private static final double STEP = 8;

    private final CatalogArrays arrays;
    private final double[][] difficulties;
    private final double[] halfLives;

    QuizModel(CatalogArrays arrays, TrainingRun run) {
        this.arrays = arrays;
        int skills = arrays.catalog.skills().size();
        difficulties = new double[skills][ITEMS];
        halfLives = new double[skills];
        for (int s = 0; s < skills; s++) {
            RandomGenerator random = run.random("starter.quiz", s);
            for (int k = 0; k < ITEMS; k++) {
                difficulties[s][k] = EASIEST + STEP * k + random.nextGaussian(0, 4);
            }
            halfLives[s] = HALF_LIFE_DAYS * Math.pow(2, random.nextGaussian(0, 0.5));
        }
    }

    /** Returns the id of a skill's item. */
    String itemId(int skill, int item) {
        return arrays.catalog.skills().get(skill).id() + "-item-" + (item + 1);
    }

    /** Returns how much of a mastery is at hand. */
    static double atHand(double mastery, double recall) {
        return Math.max(0, mastery - FADES * (1 - recall));
    }

    /** Returns the probability of a correct answer, given what is at hand. */
    double probability(int skill, int item, double atHand) {
        return GUESS + (1 - GUESS) / (1 + Math.exp(-(atHand - difficulties[skill][item]) / SPREAD));
    }

    /** Returns the half-life of a skill after some practices, in days. */
    double halfLife(int skill, int practices) {
        return halfLives[skill] * Math.pow(1 + practices, GROWTH);
    }
}
