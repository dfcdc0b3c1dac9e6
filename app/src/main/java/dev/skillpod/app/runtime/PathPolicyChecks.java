package dev.skillpod.app.runtime;

import dev.skillpod.core.model.GateCheck;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.path.content.TrainedPathPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Lets path policies pass that by themselves reach as much of the gain of search as greedy paths and as the champion, on learners that
 * they were not trained on. Where paths are logged with the probabilities of their steps, {@link
 * dev.skillpod.core.path.offpolicy.PathPolicyGate} can say more; what the service plans leaves nothing to chance, so there are none.
 */
final class PathPolicyChecks implements ModelKind.Gate<TrainedPathPolicy> {
    private static final String SHARE = "policy_share_of_search";
    private static final String GREEDY = "greedy_share_of_search";

    /** Shares are means over some sixty learners: differences of less than this are chance. */
    private static final double MARGIN = 0.03;

    @Override
    public List<GateCheck> judge(ModelKind.Question<TrainedPathPolicy> question) {
        Provenance candidate = question.candidate().stored().provenance();
        double share = metric(candidate, SHARE);
        var checks = new ArrayList<GateCheck>();
        checks.add(check("not_behind_greedy", null, share, metric(candidate, GREEDY)));
        question.champion().ifPresent(champion -> {
            double before = metric(champion.stored().provenance(), SHARE);
            checks.add(check("not_behind_champion", before, share, before));
        });
        return checks;
    }

    private static double metric(Provenance provenance, String name) {
        return provenance.metrics().getOrDefault(name, Double.NaN);
    }

    private static GateCheck check(String name, @Nullable Double champion, double share, double than) {
        return GateCheck.of(
                name,
                share >= than - MARGIN,
                champion,
                share,
                String.format(Locale.ROOT, "%s must be at least %.4f less %.2f, was %.4f", SHARE, than, MARGIN, share));
    }
}
