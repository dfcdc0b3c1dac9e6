package dev.skillpod.app.audit;

import dev.skillpod.app.evaluation.EvaluationTable;
import dev.skillpod.core.evaluation.Bootstrap.Interval;
import dev.skillpod.core.evaluation.GroupImpact;
import dev.skillpod.core.evaluation.ImpactRatios;
import dev.skillpod.core.evaluation.ImpactVerdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes an audit down: as a table for a person, and as CSV. */
public final class AuditReport {
    private static final String NONE = "–";
    private static final String HEADER = "group,people,without_prediction,mean_prediction,mean_lower,mean_upper,"
            + "selection_rate,selection_lower,selection_upper,impact_ratio,impact_lower,impact_upper,verdict";

    private final GroupAudit audit;
    private final GroupAudit.Question question;

    /** Makes a report of an audit that answers a question. */
    public AuditReport(GroupAudit audit, GroupAudit.Question question) {
        this.audit = audit;
        this.question = question;
    }

    /** Returns the table, in Markdown. */
    public String markdown() {
        List<List<String>> rows = new ArrayList<>();
        for (GroupImpact group : audit.report().groups()) {
            rows.add(List.of(
                    group.name(),
                    Integer.toString(group.people()),
                    Integer.toString(audit.unpredicted(group.name())),
                    shown(group.meanPrediction()),
                    shown(group.selectionRate()),
                    shown(group.impactRatio()),
                    sentence(group.verdict())));
        }
        return new EvaluationTable(
                        "Predicted success by group",
                        notes(),
                        List.of(
                                "group",
                                "people",
                                "no prediction",
                                "mean prediction",
                                "selection rate",
                                "impact ratio",
                                "four-fifths rule"),
                        rows)
                .markdown();
    }

    /** Returns the lines of a CSV file, a header first; the verdict is the name of {@link ImpactVerdict}. */
    public List<String> csv() {
        var lines = new ArrayList<String>();
        lines.add(HEADER);
        for (GroupImpact group : audit.report().groups()) {
            lines.add(String.join(
                    ",",
                    quoted(group.name()),
                    Integer.toString(group.people()),
                    Integer.toString(audit.unpredicted(group.name())),
                    cells(group.meanPrediction()),
                    cells(group.selectionRate()),
                    cells(group.impactRatio()),
                    group.verdict().name()));
        }
        return lines;
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        String selected = String.format(
                Locale.ROOT,
                "Selected are those predicted at least %.4f",
                audit.report().threshold());
        notes.add(
                question.threshold() == null
                        ? selected + ": the best " + question.share()
                                + " of all with a prediction, and who ties with the last of them."
                        : selected + ".");
        notes.add("Impact ratio: selection rate over that of "
                + audit.report()
                        .reference()
                        .map(name -> "'" + name + "'"
                                + (question.reference() == null
                                        ? ", which is selected most often."
                                        : ", as asked for."))
                        .orElse("the group selected most often; no group is large enough to be it."));
        notes.add(
                "In brackets: 95 % intervals, people drawn anew within their group. The rule is applied to the whole interval, and"
                        + " not to groups of fewer than " + ImpactRatios.LEAST_PEOPLE + " people.");
        if (audit.ungrouped() + audit.ungroupedUnpredicted() > 0) {
            notes.add("Of no known group: " + audit.ungrouped() + " learners with a prediction, "
                    + audit.ungroupedUnpredicted() + " without.");
        }
        return notes;
    }

    private static String sentence(ImpactVerdict verdict) {
        return switch (verdict) {
            case REFERENCE -> "reference";
            case TOO_FEW -> "fewer than " + ImpactRatios.LEAST_PEOPLE + ", not judged";
            case UNDEFINED -> "nobody of the reference is selected";
            case WITHIN -> "kept";
            case UNCERTAIN -> "not certain";
            case ADVERSE -> "BROKEN: selected too rarely";
            case ADVERSE_TO_REFERENCE -> "BROKEN: the reference is selected too rarely";
        };
    }

    private static String shown(Optional<Interval> value) {
        return value.map(v -> String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", v.mean(), v.lower(), v.upper()))
                .orElse(NONE);
    }

    private static String cells(Optional<Interval> value) {
        return value.map(v -> v.mean() + "," + v.lower() + "," + v.upper()).orElse(",,");
    }

    private static String quoted(String text) {
        return text.contains(",") || text.contains("\"") ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
