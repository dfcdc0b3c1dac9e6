package dev.skillpod.app.audit;

import dev.skillpod.app.serving.SuccessPredictions;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.evaluation.ImpactRatios;
import dev.skillpod.core.evaluation.ImpactReport;
import dev.skillpod.core.model.TrainingRun;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How the groups of a file fare under predictions.
 *
 * @param report of the groups that are named
 * @param unpredicted learners without a prediction, by group; they are not in the report's counts
 * @param ungrouped learners with a prediction whose group is not known; they count for the threshold only
 */
public record GroupAudit(ImpactReport report, SortedMap<String, Integer> unpredicted, int ungrouped) {
    private static final String UNKNOWN = "";

    /**
     * How to audit.
     *
     * @param share selected of all learners with a prediction, in (0, 1], when there is no threshold
     * @param threshold the prediction from which on a learner is selected, or null
     * @param reference the group to compare with, or null for the one that is selected most often
     */
    public record Question(
            double share,
            @Nullable Double threshold,
            @Nullable String reference) {}

    /**
     * Asks what is predicted of everybody in the file and compares the groups.
     *
     * @param run the run whose streams draw the intervals
     * @throws IllegalArgumentException when nothing is predicted of anybody, or the reference is none of the groups judged
     */
    public static GroupAudit of(GroupFile file, SuccessPredictions predictions, Question question, TrainingRun run) {
        var byGroup = new TreeMap<String, DoubleStream.Builder>();
        var unpredicted = new TreeMap<String, Integer>();
        for (Map.Entry<LearnerKey, String> row : file.groups().entrySet()) {
            OptionalDouble prediction = predictions.of(row.getKey());
            DoubleStream.Builder group = byGroup.computeIfAbsent(row.getValue(), g -> DoubleStream.builder());
            if (prediction.isPresent()) {
                group.add(prediction.getAsDouble());
            } else {
                unpredicted.merge(row.getValue(), 1, Integer::sum);
            }
        }
        var values = new HashMap<String, double[]>();
        byGroup.forEach((name, group) -> values.put(name, group.build().toArray()));
        double[] everybody =
                values.values().stream().flatMapToDouble(Arrays::stream).toArray();
        if (everybody.length == 0) {
            throw new IllegalArgumentException("the file must name learners of whom something is predicted, named "
                    + file.groups().size() + " others: is --tenant theirs, and have they any activity?");
        }
        double[] ungrouped = values.remove(UNKNOWN);
        Double given = question.threshold();
        double threshold = given == null ? ImpactRatios.threshold(everybody, question.share()) : given;
        ImpactReport report = ImpactRatios.of(
                new TreeMap<>(values), threshold, question.reference(), run.random("audit.impact-ratios"));
        return new GroupAudit(report, unpredicted, ungrouped == null ? 0 : ungrouped.length);
    }

    /** Returns how many learners of a group have no prediction. */
    public int unpredicted(String group) {
        return unpredicted.getOrDefault(group, 0);
    }

    /** Returns how many learners have neither a group nor a prediction. */
    public int ungroupedUnpredicted() {
        return unpredicted(UNKNOWN);
    }
}
