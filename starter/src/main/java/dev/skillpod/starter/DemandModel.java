package dev.skillpod.starter;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.model.TrainingRun;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * How the demand for skills moves: for skill s in month t, and region r,
 *
 * <pre>
 * mean(s,t)       = base(s) exp(trend(s) t + loading(s) market(t) + season(s, month) + noise(s,t)) life(s,t)
 * postings(s,t,r) = round(mean(s,t) share(s,r) exp(0.05 N(0,1)))
 * postings(s,t)   = sum over regions
 * </pre>
 *
 * <p>{@code market} and {@code noise} are first-order autoregressions; {@code life} is 1 for most skills, a logistic rise
 * for launched ones and a logistic fall for declining ones.
 */
final class DemandModel {
    static final List<String> REGIONS = List.of("north", "east", "south", "west");

    /** Skills whose market is known to be young or shrinking; others are drawn. */
    private static final Set<String> YOUNG =
            Set.of("large-language-models", "prompt-engineering", "mlops", "zero-trust", "privacy-engineering");

    private static final double LAUNCHED = 0.05;
    private static final double DECLINING = 0.06;
    private static final double[] SEASON = {0.08, 0.06, 0.07, 0.02, 0.01, -0.02, -0.06, -0.09, 0.07, 0.05, -0.03, -0.16
    };

    private final CatalogArrays arrays;
    private final TrainingRun run;
    private final List<YearMonth> months = new ArrayList<>();
    private final double[] market;
    private final List<DemandPoint> points = new ArrayList<>();
    private final double[] recent;

    DemandModel(CatalogArrays arrays, StarterConfig config, TrainingRun run) {
        this.arrays = arrays;
        this.run = run;
        for (int t = config.demandMonths() - 1; t >= 0; t--) {
            months.add(config.lastDemandMonth().minusMonths(t));
        }
        market = autoregression(run.random("starter.market"), 0.92, 0.035);
        recent = new double[arrays.skills];
        int[] rolesAsking = new int[arrays.skills];
        for (int[] asked : arrays.roleSkills) {
            for (int s : asked) {
                rolesAsking[s]++;
            }
        }
        for (int s = 0; s < arrays.skills; s++) {
            addSkill(s, rolesAsking[s]);
        }
    }

    /** Returns all points: by skill in index order, then month, the whole market before its regions. */
    List<DemandPoint> points() {
        return points;
    }

    /** Returns the mean monthly postings of the last 12 months, by skill index. */
    double[] recentPostings() {
        return recent;
    }

    private void addSkill(int s, int rolesAsking) {
        RandomGenerator random = run.random("starter.demand", s);
        String id = arrays.catalog.skills().get(s).id();
        double base = Math.exp(random.nextGaussian(6.6, 0.8)) * (0.5 + 0.3 * rolesAsking);
        double trend = random.nextGaussian(0.03, 0.07) / 12;
        double loading = random.nextDouble(0.5, 1.5);
        double seasonality = random.nextDouble(0.3, 1.6);
        double[] noise = autoregression(random, 0.6, 0.035);
        double fate = random.nextDouble();
        boolean launched = YOUNG.contains(id) || fate < LAUNCHED;
        boolean declining = !launched && fate > 1 - DECLINING;
        double middle = months.size() * random.nextDouble(0.35, 0.75);
        double pace = random.nextDouble(3, 8);
        double[] shares = shares(random);
        double competition = Math.exp(random.nextGaussian(2.2, 0.5));
        double pay = Math.exp(random.nextGaussian(10.75, 0.22));
        double raise = random.nextGaussian(0.03, 0.012) / 12;

        for (int t = 0; t < months.size(); t++) {
            double rise = 1 / (1 + Math.exp(-(t - middle) / pace));
            double life = launched ? 0.03 + 0.97 * rise : declining ? 1 - 0.7 * rise : 1;
            double season = seasonality * SEASON[months.get(t).getMonthValue() - 1];
            double mean = base * life * Math.exp(trend * t + loading * market[t] + season + noise[t]);
            double medianPay = pay * Math.exp(raise * t + 0.15 * market[t] + 0.01 * random.nextGaussian());
            double total = addMonth(id, months.get(t), mean, shares, competition, medianPay, random);
            if (t >= months.size() - 12) {
                recent[s] += total / 12;
            }
        }
    }

    private double addMonth(
            String id,
            YearMonth month,
            double mean,
            double[] shares,
            double competition,
            double pay,
            RandomGenerator random) {
        double[] postings = new double[shares.length];
        double[] applicants = new double[shares.length];
        double total = 0;
        double totalApplicants = 0;
        for (int r = 0; r < shares.length; r++) {
            postings[r] = Math.rint(mean * shares[r] * Math.exp(0.05 * random.nextGaussian()));
            applicants[r] = Math.rint(postings[r] * competition * Math.exp(0.08 * random.nextGaussian()));
            total += postings[r];
            totalApplicants += applicants[r];
        }
        points.add(new DemandPoint(id, month, null, total, totalApplicants, hundreds(pay)));
        for (int r = 0; r < shares.length; r++) {
            double regionalPay = hundreds(pay * (0.92 + 0.05 * r) * Math.exp(0.01 * random.nextGaussian()));
            points.add(new DemandPoint(id, month, REGIONS.get(r), postings[r], applicants[r], regionalPay));
        }
        return total;
    }

    private static double[] shares(RandomGenerator random) {
        double[] shares = new double[REGIONS.size()];
        double sum = 0;
        for (int r = 0; r < shares.length; r++) {
            shares[r] = Math.exp(random.nextGaussian(0, 0.4));
            sum += shares[r];
        }
        for (int r = 0; r < shares.length; r++) {
            shares[r] /= sum;
        }
        return shares;
    }

    private double[] autoregression(RandomGenerator random, double memory, double deviation) {
        double[] series = new double[months.size()];
        double level = random.nextGaussian() * deviation / Math.sqrt(1 - memory * memory);
        for (int t = 0; t < series.length; t++) {
            series[t] = level;
            level = memory * level + deviation * random.nextGaussian();
        }
        return series;
    }

    private static double hundreds(double pay) {
        return Math.rint(pay / 100) * 100;
    }
}
