package dev.skillpod.core.tree;

import java.util.Locale;

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

    /**
     * Reads the value of the header line {@code objective=}.
     *
     * @throws MalformedModelException when the objective is unknown or its parameters make no sense
     */
    static OutputTransform of(String objective) {
        String[] words = objective.toLowerCase(Locale.ROOT).split(" ", -1);
        boolean squareRoot = words.length > 1 && words[1].equals("sqrt");
        if (squareRoot) {
            throw new MalformedModelException("header: objective \"" + objective + "\" is not supported");
        }
        return switch (words[0]) {
            case "lambdarank",
                    "rank_xendcg",
                    "regression",
                    "regression_l1",
                    "huber",
                    "fair",
                    "quantile",
                    "mape",
                    "custom" -> new Identity();
            case "binary" -> new Sigmoid(steepness(objective, words));
            case "cross_entropy" -> new Sigmoid(1.0);
            case "poisson", "gamma", "tweedie" -> new Exponential();
            default -> throw new MalformedModelException("header: objective \"" + objective + "\" is not supported");
        };
    }

    private static double steepness(String objective, String[] words) {
        for (String word : words) {
            if (word.startsWith("sigmoid:")) {
                double steepness = ModelFields.of("header", "")
                        .number("the sigmoid of objective", word.substring("sigmoid:".length()));
                if (steepness > 0) {
                    return steepness;
                }
            }
        }
        throw new MalformedModelException("header: objective \"" + objective + "\" must give sigmoid above 0");
    }
}
