package dev.skillpod.app.evaluation;

import dev.skillpod.core.evaluation.OffPolicyResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The tables on lists and policies of the starter world. */
final class StarterTables {
    private StarterTables() {}

    static EvaluationTable diversity(List<StarterEvaluation.Line> lines) {
        var rows = new ArrayList<List<String>>();
        for (StarterEvaluation.Line line : lines) {
            rows.add(List.of(
                    line.method(),
                    text("%.2f", line.diversity().distinctSkills()),
                    text("%.3f", line.diversity().distance()),
                    text("%.1f %%", 100 * line.diversity().coverage()),
                    text("%.3f", line.diversity().gini())));
        }
        return new EvaluationTable(
                "Starter world, diversity of the same lists",
                List.of(
                        "Distinct main skills in ten, mean cosine distance of the pairs of a list, share of the catalogue"
                                + " that is in any list, Gini coefficient of how often each content is shown (0: all alike)."),
                List.of("method", "skills", "distance", "coverage", "Gini"),
                rows);
    }

    static EvaluationTable offPolicy(StarterOffPolicy.Compared compared) {
        return switch (compared.result()) {
            case OffPolicyResult.TooLittleOverlap refused ->
                table(refused.reason(), List.of(List.of("truth", text("%.4f", compared.truth()))));
            case OffPolicyResult.Estimates estimates ->
                table(
                        overlap(estimates.overlap()),
                        List.of(
                                List.of("as logged (naive)", EvaluationTable.interval("%.4f", estimates.asLogged())),
                                List.of("IPS", EvaluationTable.interval("%.4f", estimates.ips())),
                                List.of("SNIPW", EvaluationTable.interval("%.4f", estimates.snipw())),
                                List.of("direct method", EvaluationTable.interval("%.4f", estimates.direct())),
                                List.of("doubly robust", EvaluationTable.interval("%.4f", estimates.doublyRobust())),
                                List.of("truth", text("%.4f", compared.truth()))));
        };
    }

    private static EvaluationTable table(String note, List<List<String>> rows) {
        return new EvaluationTable(
                "Starter world, off-policy estimates",
                List.of(
                        "Finished contents per place if every place showed one of the recommender's ten, estimated from"
                                + " lists of the logging policy; in brackets 95 % intervals over learners.",
                        "The model of the direct method knows nothing of positions, on purpose.", note),
                List.of("estimate", "finished per place"),
                rows);
    }

    private static String overlap(OffPolicyResult.Overlap overlap) {
        return String.format(
                Locale.ROOT,
                "%d places of %d learners, effective sample %.0f, largest weight %.1f, mean weight %.3f.",
                overlap.choices(),
                overlap.units(),
                overlap.effectiveSample(),
                overlap.largestWeight(),
                overlap.meanWeight().mean());
    }

    private static String text(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
