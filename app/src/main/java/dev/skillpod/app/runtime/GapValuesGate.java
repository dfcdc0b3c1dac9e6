package dev.skillpod.app.runtime;

import dev.skillpod.core.evaluation.PairedBootstrap;
import dev.skillpod.core.gap.outcome.HeldOutChances;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.Provenance;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Lets gap values pass that tell who gets on better than chance, and whose log loss is not worse than the champion's. */
final class GapValuesGate implements ModelKind.Gate<TrainedGapModels> {
    private static final long LEAST_POSTINGS = 60;

    @Override
    public List<GateCheck> judge(ModelKind.Question<TrainedGapModels> question) {
        Provenance provenance = question.candidate().stored().provenance();
        TrainedGapModels candidate = question.candidate().trained();
        var checks = new ArrayList<GateCheck>();
        if (candidate.outcomes() == null) {
            checks.add(BaselineChecks.rows(provenance, "postings", LEAST_POSTINGS));
        } else {
            Double auc = provenance.metrics().get("hired_auc");
            checks.add(GateCheck.of(
                    "better_than_chance",
                    auc != null && auc > 0.5,
                    null,
                    auc,
                    "hired_auc of the held-out applications must be greater than 0.5, was " + auc));
        }
        question.champion().ifPresent(champion -> {
            checks.add(parts(champion.trained(), candidate));
            checks.add(logLoss(champion.trained(), candidate, question));
        });
        return checks;
    }

    /** What the champion values, the candidate must value too. */
    private static GateCheck parts(TrainedGapModels champion, TrainedGapModels candidate) {
        boolean outcomes = champion.outcomes() == null || candidate.outcomes() != null;
        boolean pay = champion.pay() == null || candidate.pay() != null;
        return GateCheck.of(
                "parts", outcomes && pay, null, null, "outcomes and pay must be there where the champion has them");
    }

    private static GateCheck logLoss(
            TrainedGapModels champion, TrainedGapModels candidate, ModelKind.Question<TrainedGapModels> question) {
        HeldOutChances first = champion.heldOut();
        HeldOutChances second = candidate.heldOut();
        Optional<PairedBootstrap.Difference> difference = first == null || second == null
                ? Optional.empty()
                : first.logLoss(second, question.run().random("gate.log-loss"));
        if (difference.isEmpty()) {
            return GateCheck.of(
                    "hired_log_loss",
                    true,
                    null,
                    null,
                    "not comparable: fewer than 100 held-out applications in common, or all of one outcome");
        }
        PairedBootstrap.Difference found = difference.get();
        double most = RecommenderGate.MARGIN * found.first();
        return new GateCheck(
                "hired_log_loss",
                found.upper() <= most,
                found.first(),
                found.second(),
                found.lower(),
                found.upper(),
                String.format(
                        Locale.ROOT,
                        "on held-out applications of %d learners the upper end of the difference must be at most %.4f"
                                + " (%.0f %% of the champion), was %.4f",
                        found.groups(),
                        most,
                        100 * RecommenderGate.MARGIN,
                        found.upper()));
    }
}
