package dev.skillpod.core.gap.pay;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.gap.outcome.JobDemands;
import dev.skillpod.core.math.LinearSystem;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Fits quantiles of posted pay: a quantile regression of the logarithm of pay (Koenker and Bassett 1978) on {@link PayDesign}, by
 * majorising the pinball loss with weighted squares (Hunter and Lange 2000). Roles, regions and skills are drawn to what is
 * usual by as much as they are seen to vary. The newest fifth of the postings is kept from a first fit and measured on.
 */
public final class PayFitting {
    /** The quantiles that are measured. */
    static final double[] QUANTILES = {0.1, 0.5, 0.9};

    private static final int LEAST = 60;
    private static final int LEAST_OF_SKILL = 8;
    private static final double KEPT = 0.2;
    private static final int STEPS = 12;
    private static final int PRIOR_ROUNDS = 6;

    /** The asymptotic variance of a median is this many times that of a mean of normal errors. */
    private static final double MEDIAN_OVER_MEAN = Math.PI / 2;

    private final int skills;

    /**
     * Prepares a fit.
     *
     * @param skills number of skills of the catalogue
     */
    public PayFitting(int skills) {
        this.skills = skills;
    }

    /**
     * What skills do for pay, and how well the model did on postings kept from fitting.
     *
     * @param effects per skill
     * @param metrics measured
     */
    public record Result(PayEffects effects, Map<String, Double> metrics) {}

    private record Fit(double[] coefficients, double[] variance, double mean) {
        double predict(List<PayDesign.Cell> cells) {
            double sum = 0;
            for (PayDesign.Cell cell : cells) {
                sum += coefficients[cell.column()] * cell.value();
            }
            return sum;
        }
    }

    /** Fits the model; empty when fewer than {@value #LEAST} postings tell their pay. */
    public Optional<Result> fit(List<JobPosting> postings, JobDemands demands) {
        List<JobPosting> byTime = postings.stream()
                .sorted(java.util.Comparator.comparing(JobPosting::postedAt).thenComparing(JobPosting::id))
                .toList();
        List<PaidJob> jobs = PaidJob.of(byTime, demands);
        if (jobs.size() < LEAST) {
            return Optional.empty();
        }
        int cut = (int) ((1 - KEPT) * jobs.size());
        Map<String, Double> metrics = measure(jobs.subList(0, cut), jobs.subList(cut, jobs.size()));
        metrics.put("postings_with_pay", (double) jobs.size());
        var design = new PayDesign(jobs, skills);
        Fit fit = fit(design, jobs, 0.5);
        var effect = new double[skills];
        var error = new double[skills];
        var count = new int[skills];
        jobs.forEach(job -> Arrays.stream(job.asked().skills()).forEach(s -> count[s]++));
        for (int s = 0; s < skills; s++) {
            if (count[s] >= LEAST_OF_SKILL) {
                effect[s] = fit.coefficients()[s];
                error[s] = Math.sqrt(fit.variance()[s]);
            }
        }
        return Optional.of(new Result(new PayEffects(effect, error, count, fit.mean()), metrics));
    }

    private Map<String, Double> measure(List<PaidJob> old, List<PaidJob> kept) {
        var metrics = new TreeMap<String, Double>();
        var design = new PayDesign(old, skills);
        var byRole = new RoleQuantiles(old);
        double all = 0;
        double naive = 0;
        for (double q : QUANTILES) {
            Fit fit = fit(design, old, q);
            double loss = 0;
            double naiveLoss = 0;
            for (PaidJob job : kept) {
                loss += pinball(job.logPay() - fit.predict(design.cells(job)), q) / kept.size();
                naiveLoss += pinball(job.logPay() - byRole.quantile(job, q), q) / kept.size();
            }
            metrics.put("pay_pinball_" + Math.round(100 * q), loss);
            metrics.put("pay_pinball_" + Math.round(100 * q) + "_role", naiveLoss);
            all += loss / QUANTILES.length;
            naive += naiveLoss / QUANTILES.length;
        }
        metrics.put("pay_pinball", all);
        metrics.put("pay_pinball_role", naive);
        return metrics;
    }

    static double pinball(double error, double quantile) {
        return error >= 0 ? quantile * error : (quantile - 1) * error;
    }

    private Fit fit(PayDesign design, List<PaidJob> jobs, double quantile) {
        int size = design.size();
        List<List<PayDesign.Cell>> cells = jobs.stream().map(design::cells).toList();
        double[] c = new double[size];
        double start = jobs.stream().mapToDouble(PaidJob::logPay).average().orElse(0);
        for (int j = 0; j < size; j++) {
            c[j] = design.free(j) ? start : 0;
        }
        double mean = 0;
        double sd = 0.05;
        double otherSd = 0.2;
        double noise = 0.2;
        double[] variance = new double[size];
        for (int round = 0; round < PRIOR_ROUNDS; round++) {
            var precision = new double[size];
            for (int j = 0; j < size; j++) {
                precision[j] = j < skills ? 1 / (sd * sd) : design.free(j) ? 1e-4 : 1 / (otherSd * otherSd);
            }
            variance = solve(c, cells, jobs, quantile, mean, precision, noise);
            double squares = 0;
            for (int i = 0; i < jobs.size(); i++) {
                squares += Math.abs(jobs.get(i).logPay() - predict(c, cells.get(i)));
            }
            noise = Math.max(0.01, squares / jobs.size() * Math.sqrt(Math.PI / 2));
            double sum = 0;
            double squaresOfSkills = 0;
            double others = 0;
            int count = 0;
            for (int s = 0; s < skills; s++) {
                boolean seen = variance[s] < 0.98 * sd * sd;
                sum += seen ? c[s] : 0;
                count += seen ? 1 : 0;
            }
            mean = sum / Math.max(1, count);
            for (int s = 0; s < skills; s++) {
                squaresOfSkills += variance[s] < 0.98 * sd * sd ? Math.pow(c[s] - mean, 2) + variance[s] : 0;
            }
            int otherCount = 0;
            for (int j = skills; j < size; j++) {
                others += design.free(j) ? 0 : c[j] * c[j] + variance[j];
                otherCount += design.free(j) ? 0 : 1;
            }
            sd = Math.clamp(Math.sqrt(squaresOfSkills / Math.max(1, count)), 0.005, 1);
            otherSd = Math.clamp(Math.sqrt(others / Math.max(1, otherCount)), 0.01, 2);
        }
        return new Fit(c, variance, mean);
    }

    /** Minimises the pinball loss, in place, and returns the variances of the coefficients' errors. */
    private double[] solve(
            double[] c,
            List<List<PayDesign.Cell>> cells,
            List<PaidJob> jobs,
            double quantile,
            double mean,
            double[] precision,
            double noise) {
        int size = c.length;
        double smooth = 0.1 * noise;
        double[][] gram = new double[size][size];
        for (int step = 0; step < STEPS; step++) {
            gram = new double[size][size];
            var right = new double[size];
            for (int j = 0; j < size; j++) {
                gram[j][j] = precision[j];
                right[j] = j < skills ? precision[j] * mean : 0;
            }
            for (int i = 0; i < jobs.size(); i++) {
                double error = jobs.get(i).logPay() - predict(c, cells.get(i));
                // the pinball loss, scaled so that at the median it is the likelihood of errors of this size
                double weight = 1 / (noise * noise) * Math.sqrt(2 / Math.PI) * noise / (smooth + Math.abs(error));
                double target = jobs.get(i).logPay() + (2 * quantile - 1) * (smooth + Math.abs(error));
                for (PayDesign.Cell a : cells.get(i)) {
                    right[a.column()] += weight * a.value() * target;
                    for (PayDesign.Cell b : cells.get(i)) {
                        gram[a.column()][b.column()] += weight * a.value() * b.value();
                    }
                }
            }
            System.arraycopy(LinearSystem.solve(copy(gram), right), 0, c, 0, size);
        }
        var information = new double[size][size];
        for (int j = 0; j < size; j++) {
            information[j][j] = precision[j];
        }
        for (List<PayDesign.Cell> row : cells) {
            for (PayDesign.Cell a : row) {
                for (PayDesign.Cell b : row) {
                    information[a.column()][b.column()] += a.value() * b.value() / (noise * noise * MEDIAN_OVER_MEAN);
                }
            }
        }
        return LinearSystem.inverseDiagonal(information);
    }

    private static double predict(double[] c, List<PayDesign.Cell> cells) {
        double sum = 0;
        for (PayDesign.Cell cell : cells) {
            sum += c[cell.column()] * cell.value();
        }
        return sum;
    }

    private static double[][] copy(double[][] matrix) {
        return Arrays.stream(matrix).map(double[]::clone).toArray(double[][]::new);
    }
}
