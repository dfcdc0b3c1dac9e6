package dev.skillpod.app.runtime;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lets tracing models pass that foretell the answers of learners set apart better than Best-LR and the base rate, and not worse than
 * the champion did. Versions set different learners apart, so that the comparison with the champion has a margin.
 */
final class TracingChecks implements ModelKind.Gate<TrainedTracing> {
    private static final String AUC = "auc";

    /** Two standard errors of the difference of two AUCs on some thousand answers each. */
    private static final double MARGIN = 0.02;

    @Override
    public List<GateCheck> judge(ModelKind.Question<TrainedTracing> question) {
        Provenance candidate = question.candidate().stored().provenance();
        var checks = new ArrayList<GateCheck>();
        checks.add(BaselineChecks.ahead(candidate, AUC, List.of("best_lr_auc", "base_rate_auc")));
        question.champion().ifPresent(champion -> {
            double own = candidate.metrics().getOrDefault(AUC, Double.NaN);
            double before = champion.stored().provenance().metrics().getOrDefault(AUC, Double.NaN);
            checks.add(GateCheck.of(
                    "not_behind_champion",
                    !(own < before - MARGIN),
                    before,
                    own,
                    String.format(
                            Locale.ROOT, "%s must be at least %.4f less %.2f, was %.4f", AUC, before, MARGIN, own)));
        });
        return checks;
    }
}
