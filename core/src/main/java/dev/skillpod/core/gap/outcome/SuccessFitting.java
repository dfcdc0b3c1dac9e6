package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelSpread;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Fits {@link Beliefs} to visits and answered applications: in turn, what was believed of each learner just before each
 * (by {@link LearnerReplay}, with the weights so far), and the weights that make what happened most probable given these
 * beliefs. The effects of skills are drawn to their common mean by as much as they are seen to vary (empirical Bayes: Efron
 * and Morris 1973).
 */
final class SuccessFitting {
    /** By how much unclaimed levels of applicants lie further off than first measurements say; tuned on other worlds. */
    static final double STRETCH = 2.0;

    static final double SHARED_PART = 0.4;
    private static final int ROUNDS = 3;
    private static final double[] FLOORS = {-1.5, -2, -2.5, -3, -4, -6};
    private static final double[] CEILINGS = {0.5, 1, 2, 4};
    private static final int PRIOR_ROUNDS = 6;
    private static final double[] DRIVES = {0, 0.25, 0.5, 0.75, 1.0, 1.3};
    private static final double FIRST_EFFECT = 0.3;

    private final CatalogIndex index;
    private final List<Applicant> applicants;
    private final Instant until;

    /**
     * Fitted beliefs.
     *
     * @param beliefs with the most probable weights
     * @param meanEffect what effects are drawn to
     * @param effectSd by how much they vary
     */
    record Fitted(Beliefs beliefs, double meanEffect, double effectSd) {}

    /**
     * Prepares a fit.
     *
     * @param until only what was answered before it counts
     */
    SuccessFitting(List<Applicant> applicants, Instant until, CatalogIndex index) {
        this.applicants = applicants;
        this.until = until;
        this.index = index;
    }

    Fitted fit(LevelSpread spread) {
        var effect = new double[index.skillCount()];
        Arrays.fill(effect, FIRST_EFFECT);
        var first = new Beliefs(
                index,
                spread,
                LevelErrors.of(spread, STRETCH, SHARED_PART),
                new ApplyWeights(0, 1),
                new SuccessWeights(-0.5, effect, 0.5, -0.5, -1, new Saturation(-3, 3)));
        Fitted fitted = new Fitted(first, FIRST_EFFECT, 0.2);
        for (int round = 1; round <= ROUNDS; round++) {
            Beliefs beliefs = fitted.beliefs().with(apply(fitted.beliefs()));
            fitted = effects(round == 1 ? beliefs : chosen(beliefs), fitted);
        }
        return fitted;
    }

    /** Fits once more, from weights that are nearly right. */
    Fitted refine(Fitted near) {
        return effects(near.beliefs().with(apply(near.beliefs())), near);
    }

    /** Chooses drive, floor and ceiling, one after the other, under which the sequence of stages is most probable. */
    private Beliefs chosen(Beliefs beliefs) {
        Beliefs chosen = best(beliefs, DRIVES, (w, drive) -> w.with(drive));
        chosen = best(
                chosen,
                FLOORS,
                (w, floor) -> w.with(new Saturation(floor, w.saturation().ceiling())));
        return best(
                chosen,
                CEILINGS,
                (w, ceiling) -> w.with(new Saturation(w.saturation().floor(), ceiling)));
    }

    private interface Change {
        SuccessWeights apply(SuccessWeights weights, double value);
    }

    private Beliefs best(Beliefs beliefs, double[] values, Change change) {
        Beliefs best = beliefs;
        double most = Double.NEGATIVE_INFINITY;
        double[] c = coefficients(beliefs.success());
        for (double value : values) {
            Beliefs tried = beliefs.with(change.apply(beliefs.success(), value));
            double likelihood = 0;
            for (CumulativeLogit.Row row : rows(tried)) {
                likelihood += row.logLikelihood(c);
            }
            if (likelihood > most) {
                most = likelihood;
                best = tried;
            }
        }
        return best;
    }

    private static double[] coefficients(SuccessWeights weights) {
        double[] c = Arrays.copyOf(weights.effect(), weights.effect().length + 1);
        c[c.length - 1] = weights.intercept();
        return c;
    }

    private Fitted effects(Beliefs start, Fitted before) {
        List<CumulativeLogit.Row> rows = rows(start);
        int skills = index.skillCount();
        double mean = before.meanEffect();
        double sd = before.effectSd();
        double[] c = coefficients(start.success());
        var seen = new boolean[skills];
        rows.forEach(row -> Arrays.stream(row.columns()).filter(s -> s < skills).forEach(s -> seen[s] = true));
        for (int round = 0; round < PRIOR_ROUNDS; round++) {
            var priorMean = new double[skills + 1];
            var precision = new double[skills + 1];
            Arrays.fill(priorMean, 0, skills, mean);
            Arrays.fill(precision, 0, skills, 1 / (sd * sd));
            CumulativeLogit.Fit fit = CumulativeLogit.fit(rows, c, priorMean, precision);
            c = fit.coefficients();
            double sum = 0;
            int count = 0;
            for (int s = 0; s < skills; s++) {
                sum += seen[s] ? c[s] : 0;
                count += seen[s] ? 1 : 0;
            }
            mean = sum / Math.max(1, count);
            double squares = 0;
            for (int s = 0; s < skills; s++) {
                squares += seen[s] ? (c[s] - mean) * (c[s] - mean) + fit.variance()[s] : 0;
            }
            sd = Math.clamp(Math.sqrt(squares / Math.max(1, count)), 0.02, 2);
        }
        SuccessWeights w = start.success();
        double interviewed = Math.min(0, cut(c, rows, w.interviewed()));
        double shortlisted = Math.min(interviewed, cut(c, rows, w.shortlisted()));
        var weights = new SuccessWeights(
                c[skills], Arrays.copyOf(c, skills), w.drive(), interviewed, shortlisted, w.saturation());
        return new Fitted(start.with(weights), mean, sd);
    }

    /** Returns the cut beyond which as many applications are expected as came there. */
    private static double cut(double[] c, List<CumulativeLogit.Row> rows, double now) {
        double low = -8;
        double high = 0;
        long reached = rows.stream().filter(row -> row.lower() >= now).count();
        for (int i = 0; i < 40; i++) {
            double cut = (low + high) / 2;
            double expected = 0;
            for (CumulativeLogit.Row row : rows) {
                expected += Logit.sigmoid(row.flattening() * (row.eta(c) - cut));
            }
            if (expected > reached) {
                low = cut;
            } else {
                high = cut;
            }
        }
        return (low + high) / 2;
    }

    private ApplyWeights apply(Beliefs beliefs) {
        var rows = new ArrayList<CumulativeLogit.Row>();
        for (Applicant applicant : applicants) {
            var replay = new LearnerReplay(applicant, beliefs);
            for (Visit visit : applicant.visits()) {
                if (visit.at().isBefore(until)) {
                    LearnerBelief belief = replay.before(visit.at());
                    double variance = belief.shortfallVariance(visit.asked(), beliefs.apply());
                    rows.add(new CumulativeLogit.Row(
                            new int[] {0, 1},
                            new double[] {1, belief.shortfall(visit.asked())},
                            visit.applied() ? 0 : Double.NEGATIVE_INFINITY,
                            visit.applied() ? Double.POSITIVE_INFINITY : 0,
                            0,
                            new Logit(0, variance).flattening()));
                }
            }
        }
        double[] start = {beliefs.apply().intercept(), beliefs.apply().shortfall()};
        double[] c = CumulativeLogit.fit(rows, start, new double[2], new double[] {0.01, 0.01})
                .coefficients();
        return new ApplyWeights(c[0], Math.max(0, c[1]));
    }

    private List<CumulativeLogit.Row> rows(Beliefs beliefs) {
        var rows = new ArrayList<CumulativeLogit.Row>();
        for (Applicant applicant : applicants) {
            var replay = new LearnerReplay(applicant, beliefs);
            for (Application application : applicant.byTime()) {
                if (application.answeredAt().isBefore(until)) {
                    rows.add(row(application, replay.when(application), beliefs.success()));
                }
            }
        }
        return rows;
    }

    private CumulativeLogit.Row row(Application application, LearnerBelief belief, SuccessWeights weights) {
        AskedLevels asked = application.asked();
        int n = asked.skills().length;
        int[] columns = Arrays.copyOf(asked.skills(), n + 1);
        columns[n] = index.skillCount();
        var values = new double[n + 1];
        values[n] = 1;
        for (int i = 0; i < n; i++) {
            values[i] = belief.margin(asked.skills()[i], asked.levels()[i], weights.saturation());
        }
        return new CumulativeLogit.Row(
                columns,
                values,
                weights.lowerCut(application.stage()),
                weights.upperCut(application.stage()),
                weights.drive() * belief.drive(),
                belief.logit(asked, weights).flattening());
    }
}
