package dev.skillpod.core.tree;

import dev.skillpod.core.tree.OutputTransform.Exponential;
import dev.skillpod.core.tree.OutputTransform.Identity;
import dev.skillpod.core.tree.OutputTransform.Sigmoid;
import java.util.Arrays;

/** Reads from a model's header which {@link OutputTransform} its objective calls for. */
final class ObjectiveReader {
    private static final String SIGMOID = "sigmoid:";

    private ObjectiveReader() {}

    /**
     * Reads the line {@code objective=}; a model without one was trained on a custom objective and keeps its raw scores.
     *
     * @throws MalformedModelException when the objective is unknown or its parameters make no sense
     */
    static OutputTransform read(ModelFields header) {
        String objective = header.text("objective").orElse("custom");
        String[] words = objective.split(" ", -1);
        return switch (words[0]) {
            case "lambdarank", "rank_xendcg", "regression_l1", "huber", "fair", "quantile", "mape", "custom" ->
                new Identity();
            case "regression" -> {
                if (words.length > 1) {
                    throw unsupported(header, objective);
                }
                yield new Identity();
            }
            case "binary" -> new Sigmoid(steepness(header, objective, words));
            case "cross_entropy" -> new Sigmoid(1.0);
            case "poisson", "gamma", "tweedie" -> new Exponential();
            default -> throw unsupported(header, objective);
        };
    }

    private static double steepness(ModelFields header, String objective, String[] words) {
        return Arrays.stream(words)
                .filter(word -> word.startsWith(SIGMOID))
                .mapToDouble(word -> header.number("the sigmoid of objective", word.substring(SIGMOID.length())))
                .filter(steepness -> steepness > 0)
                .findFirst()
                .orElseThrow(() -> header.malformed("objective \"" + objective + "\" must give sigmoid above 0"));
    }

    private static MalformedModelException unsupported(ModelFields header, String objective) {
        return header.malformed("objective \"" + objective + "\" is not supported");
    }
}
