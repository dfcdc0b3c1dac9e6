package dev.skillpod.core.tree;

/**
 * How a raw score becomes the prediction of a model's objective; immutable.
 *
 * <p>Follows LightGBM's {@code ConvertOutput}: ranking and regression leave the score as it is, binary classification
 * applies the logistic function, and objectives with a log link exponentiate.
 */
public sealed interface OutputTransform {
    /**
     * Transforms one raw score.
     *
     * @param raw the sum over the trees, any finite number
     * @return the prediction in the objective's unit
     */
    double apply(double raw);

    /** The raw score itself: lambdarank, rank_xendcg, and regression with an identity link. */
    record Identity() implements OutputTransform {
        @Override
        public double apply(double raw) {
            return raw;
        }
    }

    /**
     * The probability {@code 1 / (1 + exp(-steepness * raw))}, in [0, 1].
     *
     * @param steepness LightGBM's parameter {@code sigmoid}, above 0
     */
    record Sigmoid(double steepness) implements OutputTransform {
        @Override
        public double apply(double raw) {
            return 1.0 / (1.0 + Math.exp(-steepness * raw));
        }
    }

    /** The exponential of the raw score: poisson, gamma and tweedie. */
    record Exponential() implements OutputTransform {
        @Override
        public double apply(double raw) {
            return Math.exp(raw);
        }
    }
}
