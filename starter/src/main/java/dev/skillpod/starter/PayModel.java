package dev.skillpod.starter;

import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.model.TrainingRun;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * What jobs pay a year, in {@value #CURRENCY}:
 *
 * <pre>
 * ln pay = base(role) + region + sum over asked skills s of effect(s) (level(s) - 50) / 20 + 0.008 seniority + N(0, 0.09)
 * </pre>
 *
 * <p>where seniority is by how many levels the job asks for more than its role does. A quarter of the jobs do not say what
 * they pay. Everything is drawn from streams of its own, job by job.
 */
final class PayModel {
    private static final String CURRENCY = "EUR";
    private static final double POINTS = 20;
    private static final double MIDDLE = 50;
    private static final double SENIORITY = 0.008;
    private static final double NOISE = 0.09;
    private static final double SILENT = 0.25;
    private static final double STEP = 500;
    private static final double[] BY_REGION = {0.04, -0.06, 0.08, -0.02};

    private final double[] effect;
    private final double[] base;
    private final String[] region;
    private final PayRange[] ranges;
    private final double[] logMedian;

    /** What a job asks for. */
    interface Asked {
        int role(int job);

        int[] skills(int job);

        double[] levels(int job);

        double seniority(int job);
    }

    PayModel(CatalogArrays arrays, HiddenMarket market, Asked jobs, int count, TrainingRun run) {
        effect = new double[arrays.skills];
        RandomGenerator effects = run.random("starter.pay-effects");
        for (int s = 0; s < effect.length; s++) {
            effect[s] = Math.exp(effects.nextGaussian(-3.2, 0.6)) * (0.6 + 0.8 * market.skillMarket[s]);
        }
        base = new double[arrays.roles];
        RandomGenerator bases = run.random("starter.role-pay");
        for (int r = 0; r < base.length; r++) {
            base[r] = Math.log(56_000) + bases.nextGaussian(0, 0.16);
        }
        region = new String[count];
        ranges = new PayRange[count];
        logMedian = new double[count];
        for (int job = 0; job < count; job++) {
            post(job, jobs, run.random("starter.job-pay", job));
        }
    }

    private void post(int job, Asked jobs, RandomGenerator random) {
        List<String> regions = DemandModel.REGIONS;
        int r = random.nextInt(regions.size());
        region[job] = regions.get(r);
        double log = base[jobs.role(job)] + BY_REGION[r] + SENIORITY * jobs.seniority(job);
        for (int i = 0; i < jobs.skills(job).length; i++) {
            log += effect[jobs.skills(job)[i]] * (jobs.levels(job)[i] - MIDDLE) / POINTS;
        }
        logMedian[job] = log;
        double pay = Math.exp(log + random.nextGaussian(0, NOISE));
        double half = random.nextDouble(0.03, 0.14);
        if (random.nextDouble() >= SILENT) {
            double low = Math.rint(pay * (1 - half) / STEP) * STEP;
            ranges[job] = new PayRange(low, Math.max(low, Math.rint(pay * (1 + half) / STEP) * STEP), CURRENCY);
        }
    }

    /** What 20 levels more of a skill that is asked for add to the logarithm of pay. */
    double effect(int skill) {
        return effect[skill];
    }

    /** The median pay of a job that asks for just this. */
    double median(int job) {
        return Math.exp(logMedian[job]);
    }

    String region(int job) {
        return region[job];
    }

    @Nullable
    PayRange range(int job) {
        return ranges[job];
    }
}
