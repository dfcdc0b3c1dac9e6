package dev.skillpod.core.tracing.baseline;

import dev.skillpod.core.tracing.Question;
import java.util.Arrays;

/** The weights of Best-LR. Changed while it learns, then thread-safe. */
final class BestLrRegression {
    private static final double START = 0.1;
    private static final int ALL = -1;

    private final int items;
    private final int skills;
    private final double penalty;
    /** Bias, two for all answers, one per item, three per skill: bias, right answers, attempts. */
    private final double[] weights;

    private final double[] squares;

    BestLrRegression(int items, int skills, double penalty) {
        this.items = items;
        this.skills = skills;
        this.penalty = penalty;
        weights = new double[3 + items + 3 * skills];
        squares = new double[weights.length];
        Arrays.fill(squares, START);
    }

    double probability(Question question, BestLrCounts counts) {
        double[] sum = {0};
        visit(question, counts, (weight, value) -> sum[0] += weights[weight] * value);
        return 1 / (1 + Math.exp(-Math.clamp(sum[0], -30, 30)));
    }

    void learn(Question question, BestLrCounts counts, boolean correct, double rate) {
        double error = (correct ? 1 : 0) - probability(question, counts);
        visit(question, counts, (weight, value) -> {
            double gradient = error * value - (weight < 3 ? 0 : penalty * weights[weight]);
            squares[weight] += gradient * gradient;
            weights[weight] += rate * gradient / Math.sqrt(squares[weight]);
        });
    }

    @FunctionalInterface
    private interface Visitor {
        void visit(int weight, double value);
    }

    private void visit(Question question, BestLrCounts counts, Visitor visitor) {
        visitor.visit(0, 1);
        visitor.visit(1, counts.logCorrect(ALL));
        visitor.visit(2, counts.logAttempts(ALL));
        if (question.item() < items) {
            visitor.visit(3 + question.item(), 1);
        }
        for (int k = 0; k < question.skillCount(); k++) {
            int skill = question.skill(k);
            if (skill < skills) {
                int at = 3 + items + 3 * skill;
                visitor.visit(at, 1);
                visitor.visit(at + 1, counts.logCorrect(skill));
                visitor.visit(at + 2, counts.logAttempts(skill));
            }
        }
    }
}
