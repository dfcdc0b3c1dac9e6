package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.TrainingRun;

/** The slow reference twin: every pair visited, in double, solved by Gaussian elimination. */
final class DenseAls {
    private final AlsConfig config;
    private final double[][] weights;
    private final boolean[][] seen;

    DenseAls(AlsConfig config, SparseMatrix matrix) {
        this.config = config;
        weights = new double[matrix.rows()][matrix.columns()];
        seen = new boolean[matrix.rows()][matrix.columns()];
        for (int row = 0; row < matrix.rows(); row++) {
            for (int p = matrix.rowStart(row); p < matrix.rowEnd(row); p++) {
                weights[row][matrix.columnAt(p)] = matrix.valueAt(p);
                seen[row][matrix.columnAt(p)] = true;
            }
        }
    }

    double[][] fitItems(TrainingRun run) {
        int learners = weights.length;
        int count = weights[0].length;
        var items = new double[count][config.factors()];
        for (int item = 0; item < count; item++) {
            var random = run.random("als.item-factors", item);
            for (int f = 0; f < config.factors(); f++) {
                items[item][f] = random.nextGaussian() * config.initialDeviation() / Math.sqrt(config.factors());
            }
        }
        var vectors = new double[learners][];
        for (int iteration = 0; iteration < config.iterations(); iteration++) {
            for (int learner = 0; learner < learners; learner++) {
                vectors[learner] = solve(learner, items, false);
            }
            var next = new double[count][];
            for (int item = 0; item < count; item++) {
                next[item] = solve(item, vectors, true);
            }
            items = next;
        }
        return items;
    }

    /** Solves the normal equations of one row (or column) by visiting every vector of the other side. */
    double[] solve(int row, double[][] others, boolean transposed) {
        int k = config.factors();
        var system = new double[k][k + 1];
        int count = 0;
        for (int other = 0; other < others.length; other++) {
            double weight = transposed ? weights[other][row] : weights[row][other];
            boolean observed = transposed ? seen[other][row] : seen[row][other];
            count += observed ? 1 : 0;
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < k; b++) {
                    system[a][b] += (config.unobservedWeight() + weight) * others[other][a] * others[other][b];
                }
                system[a][k] += weight * others[other][a];
            }
        }
        double lambda = config.regularization()
                * Math.pow(count + config.unobservedWeight() * others.length, config.regularizationExponent());
        for (int a = 0; a < k; a++) {
            system[a][a] += lambda;
        }
        return eliminate(system);
    }

    /** Returns the objective of the package page. */
    double objective(double[][] learners, double[][] items) {
        double sum = 0;
        for (int u = 0; u < learners.length; u++) {
            for (int i = 0; i < items.length; i++) {
                double score = dot(learners[u], items[i]);
                sum += weights[u][i] * (score - 1) * (score - 1) + config.unobservedWeight() * score * score;
            }
        }
        return sum + penalty(learners, items.length, false) + penalty(items, learners.length, true);
    }

    private double penalty(double[][] vectors, int others, boolean transposed) {
        double sum = 0;
        for (int row = 0; row < vectors.length; row++) {
            int count = 0;
            for (int other = 0; other < others; other++) {
                count += (transposed ? seen[other][row] : seen[row][other]) ? 1 : 0;
            }
            sum += config.regularization()
                    * Math.pow(count + config.unobservedWeight() * others, config.regularizationExponent())
                    * dot(vectors[row], vectors[row]);
        }
        return sum;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static double[] eliminate(double[][] system) {
        int k = system.length;
        for (int pivot = 0; pivot < k; pivot++) {
            for (int row = pivot + 1; row < k; row++) {
                double factor = system[row][pivot] / system[pivot][pivot];
                for (int column = pivot; column <= k; column++) {
                    system[row][column] -= factor * system[pivot][column];
                }
            }
        }
        var x = new double[k];
        for (int row = k - 1; row >= 0; row--) {
            double rest = system[row][k];
            for (int column = row + 1; column < k; column++) {
                rest -= system[row][column] * x[column];
            }
            x[row] = rest / system[row][row];
        }
        return x;
    }
}
