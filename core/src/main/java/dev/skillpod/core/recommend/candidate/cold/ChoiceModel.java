package dev.skillpod.core.recommend.candidate.cold;

import java.util.List;

/**
 * Conditional logit (McFadden 1974): a user picks one of the contents offered with a probability proportional to the
 * exponential of a weighted sum of its evidence. Fitted by damped Newton steps with an L2 penalty; the objective is convex, so
 * the fit has one answer. Immutable and thread-safe.
 */
public final class ChoiceModel {
    private static final int MOST_STEPS = 50;
    private static final double CLOSE = 1e-9;

    private final double[] weights;

    private ChoiceModel(double[] weights) {
        this.weights = weights;
    }

    /**
     * One user's offer.
     *
     * @param evidence one row per way, each with a value per content
     * @param taken the contents taken, at least one; each counts alike, all of them together once
     */
    public record Choice(float[][] evidence, int[] taken) {
        public Choice {
            if (taken.length == 0) {
                throw new IllegalArgumentException("taken must hold at least one content");
            }
        }
    }

    /**
     * Fits the weights.
     *
     * @param choices at least one, all with the same number of ways
     * @param regularization penalty on the sum of the squared weights, per choice, greater than 0
     */
    public static ChoiceModel fit(List<Choice> choices, double regularization) {
        int ways = choices.getFirst().evidence().length;
        var weights = new double[ways];
        double objective = objective(choices, weights, regularization);
        for (int i = 0; i < MOST_STEPS; i++) {
            var gradient = new double[ways];
            var hessian = new double[ways][ways];
            for (Choice choice : choices) {
                accumulate(choice, weights, gradient, hessian);
            }
            for (int w = 0; w < ways; w++) {
                gradient[w] -= 2 * regularization * choices.size() * weights[w];
                hessian[w][w] += 2 * regularization * choices.size();
            }
            double[] move = solve(hessian, gradient);
            // A full step may overshoot while the weights are far off: halve it until the objective rises.
            double reached = Double.NEGATIVE_INFINITY;
            double[] next = weights;
            for (double length = 1; reached < objective && length > CLOSE; length /= 2) {
                next = moved(weights, length, move);
                reached = objective(choices, next, regularization);
            }
            if (!(reached > objective)) {
                break;
            }
            weights = next;
            boolean close = reached - objective < CLOSE * choices.size();
            objective = reached;
            if (close) {
                break;
            }
        }
        return new ChoiceModel(weights);
    }

    private static double[] moved(double[] weights, double length, double[] move) {
        double[] moved = weights.clone();
        for (int w = 0; w < moved.length; w++) {
            moved[w] += length * move[w];
        }
        return moved;
    }

    private static double objective(List<Choice> choices, double[] weights, double regularization) {
        double sum = 0;
        for (Choice choice : choices) {
            double[] p = probabilities(choice.evidence(), weights);
            for (int taken : choice.taken()) {
                sum += Math.log(Math.max(p[taken], Double.MIN_NORMAL)) / choice.taken().length;
            }
        }
        for (double weight : weights) {
            sum -= regularization * choices.size() * weight * weight;
        }
        return sum;
    }

    /** Returns the weight of each way. */
    public double[] weights() {
        return weights.clone();
    }

    /** Returns the score of each content by its evidence; higher is likelier. */
    public float[] scores(float[][] evidence) {
        var scores = new float[evidence[0].length];
        for (int way = 0; way < weights.length; way++) {
            for (int c = 0; c < scores.length; c++) {
                scores[c] += (float) weights[way] * evidence[way][c];
            }
        }
        return scores;
    }

    /** Adds the gradient of the log-likelihood, and the negative of its second derivative. */
    private static void accumulate(Choice choice, double[] weights, double[] gradient, double[][] hessian) {
        float[][] x = choice.evidence();
        double[] p = probabilities(x, weights);
        int ways = weights.length;
        var mean = new double[ways];
        for (int a = 0; a < ways; a++) {
            for (int c = 0; c < p.length; c++) {
                mean[a] += p[c] * x[a][c];
            }
            for (int taken : choice.taken()) {
                gradient[a] += x[a][taken] / choice.taken().length;
            }
            gradient[a] -= mean[a];
        }
        for (int a = 0; a < ways; a++) {
            for (int b = 0; b <= a; b++) {
                double sum = 0;
                for (int c = 0; c < p.length; c++) {
                    sum += p[c] * x[a][c] * x[b][c];
                }
                double covariance = sum - mean[a] * mean[b];
                hessian[a][b] += covariance;
                hessian[b][a] += a == b ? 0 : covariance;
            }
        }
    }

    private static double[] probabilities(float[][] x, double[] weights) {
        var p = new double[x[0].length];
        double most = Double.NEGATIVE_INFINITY;
        for (int c = 0; c < p.length; c++) {
            for (int way = 0; way < weights.length; way++) {
                p[c] += weights[way] * x[way][c];
            }
            most = Math.max(most, p[c]);
        }
        double sum = 0;
        for (int c = 0; c < p.length; c++) {
            p[c] = Math.exp(p[c] - most);
            sum += p[c];
        }
        for (int c = 0; c < p.length; c++) {
            p[c] /= sum;
        }
        return p;
    }

    /** Solves a positive definite system by Cholesky; both arguments are overwritten. */
    private static double[] solve(double[][] a, double[] b) {
        int n = b.length;
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                for (int i = j; i < n; i++) {
                    a[i][j] -= a[i][k] * a[j][k];
                }
            }
            double root = Math.sqrt(a[j][j]);
            for (int i = j; i < n; i++) {
                a[i][j] /= root;
            }
        }
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                b[i] -= a[i][k] * b[k];
            }
            b[i] /= a[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                b[i] -= a[k][i] * b[k];
            }
            b[i] /= a[i][i];
        }
        return b;
    }
}
