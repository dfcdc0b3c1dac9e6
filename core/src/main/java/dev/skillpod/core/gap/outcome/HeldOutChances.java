package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.evaluation.PairedBootstrap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What the model's twin, fitted before the newest applications, gave to each of these for being hired: so that two versions can be
 * compared on applications that neither was fitted to. Learners and applications are hashes; nobody can be read off them.
 *
 * @param applications hash of each application
 * @param learners hash of its learner
 * @param chances calibrated probability of being hired, by the twin; the calibration is of the other half of the learners
 * @param hired whether the learner was
 */
public record HeldOutChances(long[] applications, long[] learners, double[] chances, boolean[] hired) {
    private static final double LEAST = 1e-6;
    private static final int FEWEST = 100;

    /** @throws IllegalArgumentException when the columns do not fit together */
    public HeldOutChances {
        if (applications.length != learners.length
                || applications.length != chances.length
                || applications.length != hired.length) {
            throw new IllegalArgumentException("the columns of held-out chances must have one length");
        }
        for (double chance : chances) {
            if (!(chance >= 0 && chance <= 1)) {
                throw new IllegalArgumentException("chances must be in [0, 1], was " + chance);
            }
        }
    }

    static HeldOutChances of(List<ApplicationRow> rows, List<LearnerHistory> histories, double[] chances) {
        var applications = new long[rows.size()];
        var learners = new long[applications.length];
        var hired = new boolean[applications.length];
        for (int i = 0; i < applications.length; i++) {
            ApplicationRow row = rows.get(i);
            Application application = row.application();
            var key = histories.get(row.learner()).learner();
            learners[i] = hash(key.tenantId() + '\0' + key.userId());
            applications[i] = hash(
                    key.tenantId() + '\0' + key.userId() + '\0' + application.jobId() + '\0' + application.appliedAt());
            hired[i] = row.hired();
        }
        return new HeldOutChances(applications, learners, chances.clone(), hired);
    }

    /**
     * Compares log losses on the applications that both hold; drawn by learners.
     *
     * @param other the second; this is the first
     * @return empty when both hold fewer than {@value #FEWEST} in common, or all of one outcome
     */
    public Optional<PairedBootstrap.Difference> logLoss(HeldOutChances other, RandomGenerator random) {
        Map<Long, Integer> places = new HashMap<>();
        for (int i = 0; i < applications.length; i++) {
            places.put(applications[i], i);
        }
        var pairs = new ArrayList<int[]>();
        int came = 0;
        for (int i = 0; i < other.applications.length; i++) {
            Integer mine = places.get(other.applications[i]);
            if (mine != null) {
                pairs.add(new int[] {mine, i});
                came += other.hired[i] ? 1 : 0;
            }
        }
        if (pairs.size() < FEWEST || came == 0 || came == pairs.size()) {
            return Optional.empty();
        }
        var first = new double[pairs.size()];
        var second = new double[first.length];
        var learner = new long[first.length];
        for (int p = 0; p < first.length; p++) {
            int[] pair = pairs.get(p);
            boolean happened = other.hired[pair[1]];
            first[p] = loss(chances[pair[0]], happened);
            second[p] = loss(other.chances[pair[1]], happened);
            learner[p] = other.learners[pair[1]];
        }
        return Optional.of(PairedBootstrap.of(first, second, learner, random));
    }

    private static double loss(double chance, boolean happened) {
        return -Math.log(Math.max(LEAST, happened ? chance : 1 - chance));
    }

    /** FNV-1a over the characters. */
    private static long hash(String text) {
        long hash = 0xCBF29CE484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001B3L;
        }
        return hash;
    }
}
