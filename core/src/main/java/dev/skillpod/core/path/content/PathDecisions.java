package dev.skillpod.core.path.content;

import java.util.random.RandomGenerator;

/**
 * A path in the making, as a policy sees it: which contents may come next and what is known of each. For logging what a randomised policy
 * does, and for asking what another one would do. Not thread-safe.
 */
public final class PathDecisions {
    private static final int DRAWS = 16;

    private final PathProblem problem;
    private final PolicyFeatures features;
    private final PathState start;
    private final PathState state;

    /** Begins a path for a request, in the learner model of a planner. */
    public PathDecisions(ContentPathPlanner planner, ContentPathRequest request) {
        this.problem = planner.problem(request);
        this.features = new PolicyFeatures(problem);
        this.start = new PathState(
                problem, planner.draws(problem, request.learner().learner().stableHash(), DRAWS));
        this.state = start.copy();
        features.read(state);
    }

    /** Begins anew. */
    public void restart() {
        state.become(start);
        features.read(state);
    }

    /** Returns how many contents may come next; 0 when the path is over. */
    public int count() {
        return features.count();
    }

    /** Returns the id of the {@code k}-th of them. */
    public String contentId(int k) {
        return problem.index
                .catalog()
                .contents()
                .get(problem.contents[features.action(k)])
                .id();
    }

    /** Returns the place of a content among them, or -1. */
    public int indexOf(String contentId) {
        for (int k = 0; k < count(); k++) {
            if (contentId(k).equals(contentId)) {
                return k;
            }
        }
        return -1;
    }

    /** Returns the columns of each of them. */
    public float[][] rows() {
        var rows = new float[count()][PolicyFeatures.COLUMNS];
        for (int k = 0; k < rows.length; k++) {
            System.arraycopy(features.rows(), k * PolicyFeatures.COLUMNS, rows[k], 0, PolicyFeatures.COLUMNS);
        }
        return rows;
    }

    /**
     * Returns the probability of each of them by a policy.
     *
     * @param temperature above 0; below 1 sharpens
     */
    public double[] probabilities(PathPolicy policy, double temperature) {
        var scores = new double[count()];
        float[] units = policy.network().activations();
        for (int k = 0; k < scores.length; k++) {
            policy.network().forward(features.rows(), k * PolicyFeatures.COLUMNS, units);
            scores[k] = units[policy.network().outputStart()] / temperature;
        }
        return softmax(scores);
    }

    /**
     * Returns the probability of each of them by what it is expected to add per minute and place.
     *
     * @param sharpness how much more likely the best is than what adds nothing, as a logarithm
     * @param uniform part that is spread evenly, in [0, 1]
     */
    public double[] greedyProbabilities(double sharpness, double uniform) {
        var scores = new double[count()];
        for (int k = 0; k < scores.length; k++) {
            scores[k] = sharpness * features.rows()[k * PolicyFeatures.COLUMNS + PolicyFeatures.PER_HALF];
        }
        double[] probabilities = softmax(scores);
        for (int k = 0; k < probabilities.length; k++) {
            probabilities[k] = (1 - uniform) * probabilities[k] + uniform / probabilities.length;
        }
        return probabilities;
    }

    /** Goes on with the {@code k}-th of them. */
    public void take(int k) {
        state.advance(features.action(k));
        features.read(state);
    }

    /** Draws one of some probabilities. */
    public static int draw(double[] probabilities, RandomGenerator random) {
        double left = random.nextDouble();
        for (int k = 0; k < probabilities.length - 1; k++) {
            left -= probabilities[k];
            if (left < 0) {
                return k;
            }
        }
        return probabilities.length - 1;
    }

    private static double[] softmax(double[] scores) {
        double most = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            most = Math.max(most, score);
        }
        double sum = 0;
        for (int k = 0; k < scores.length; k++) {
            scores[k] = Math.exp(scores[k] - most);
            sum += scores[k];
        }
        for (int k = 0; k < scores.length; k++) {
            scores[k] /= sum;
        }
        return scores;
    }
}
