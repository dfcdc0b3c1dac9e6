package dev.skillpod.core.trend.demand;

import dev.skillpod.core.math.Normal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Which skills' demand moves together beyond what the whole market does.
 *
 * <p>Monthly log changes of the last five years; from each skill's the part that the market's mean change explains (least squares) and
 * the mean of each calendar month are taken off. What is left is correlated pair by pair. A pair counts when Fisher's z, with
 * the number of months reduced for the autocorrelation of both (Bartlett 1935), exceeds what chance reaches in one market of a
 * hundred (Bonferroni over all pairs), and the correlation is at least 0.3.
 */
final class RelatedSkills {
    private static final int MONTHS = 60;
    private static final int LEAST_MONTHS = 24;

    /** The degrees of freedom that calendar months and market take. */
    private static final int ESTIMATED = 13;

    private static final int MOST_NAMED = 3;
    private static final double LEAST_CORRELATION = 0.3;
    private static final double CHANCE = 0.01;
    private static final double LEAST_POSTINGS = 10;

    private final List<MonthlyDemand> skills;
    private final double[][] changes;
    private final double[] memory;
    private final double critical;

    /**
     * A skill that moves with another.
     *
     * @param skillId the other skill
     * @param correlation in [0.3, 1]
     */
    record Related(String skillId, double correlation) {}

    RelatedSkills(DemandMarket market) {
        skills = market.skills().stream()
                .filter(market::current)
                .filter(s -> s.observed() > LEAST_MONTHS && s.level() >= LEAST_POSTINGS)
                .toList();
        int end = MonthlyDemand.index(market.end());
        changes = new double[skills.size()][];
        for (int s = 0; s < changes.length; s++) {
            changes[s] = changes(skills.get(s), end);
        }
        double[] factor = mean(changes);
        memory = new double[changes.length];
        for (int s = 0; s < changes.length; s++) {
            withoutMonths(changes[s]);
        }
        withoutMonths(factor);
        for (int s = 0; s < changes.length; s++) {
            withoutFactor(changes[s], factor);
            memory[s] = autocorrelation(changes[s]);
        }
        double pairs = changes.length * (changes.length - 1.0) / 2;
        critical = Normal.quantile(1 - CHANCE / Math.max(1, pairs));
    }

    /** Returns the skills that move with a skill, closest first, at most three. */
    List<Related> of(MonthlyDemand skill) {
        int at = skills.indexOf(skill);
        var related = new ArrayList<Related>();
        for (int other = 0; at >= 0 && other < changes.length; other++) {
            if (other != at) {
                double correlation = correlation(at, other);
                if (correlation >= LEAST_CORRELATION) {
                    related.add(new Related(skills.get(other).skillId(), correlation));
                }
            }
        }
        return related.stream()
                .sorted(Comparator.comparingDouble(Related::correlation)
                        .reversed()
                        .thenComparing(Related::skillId))
                .limit(MOST_NAMED)
                .toList();
    }

    /** Returns the correlation of two skills; 0 when it is not significant. */
    private double correlation(int a, int b) {
        double ab = 0;
        double aa = 0;
        double bb = 0;
        int months = 0;
        for (int t = 0; t < MONTHS; t++) {
            double x = changes[a][t];
            double y = changes[b][t];
            if (!Double.isNaN(x) && !Double.isNaN(y)) {
                ab += x * y;
                aa += x * x;
                bb += y * y;
                months++;
            }
        }
        if (months < LEAST_MONTHS || !(aa > 1e-12) || !(bb > 1e-12)) {
            return 0;
        }
        double effective = (months - ESTIMATED) / Math.max(1, 1 + 2 * memory[a] * memory[b]);
        double correlation = Math.min(1, ab / Math.sqrt(aa * bb));
        double fisher = 0.5 * Math.log((1 + correlation) / Math.max(1e-12, 1 - correlation));
        return effective > 4 && fisher * Math.sqrt(effective - 3) > critical ? correlation : 0;
    }

    /** Returns the log changes of the months up to {@code end}; NaN where either month is not known. */
    private static double[] changes(MonthlyDemand skill, int end) {
        var changes = new double[MONTHS];
        for (int t = 0; t < MONTHS; t++) {
            int month = end - MONTHS + 1 + t;
            changes[t] = Math.log(skill.at(month) + 0.5) - Math.log(skill.at(month - 1) + 0.5);
        }
        return changes;
    }

    private static double[] mean(double[][] rows) {
        var mean = new double[MONTHS];
        for (int t = 0; t < MONTHS; t++) {
            int month = t;
            mean[t] = Arrays.stream(rows)
                    .mapToDouble(row -> row[month])
                    .filter(v -> !Double.isNaN(v))
                    .average()
                    .orElse(Double.NaN);
        }
        return mean;
    }

    /** Takes off the mean of each calendar month. */
    private static void withoutMonths(double[] row) {
        for (int m = 0; m < 12; m++) {
            double sum = 0;
            int count = 0;
            for (int t = m; t < MONTHS; t += 12) {
                if (!Double.isNaN(row[t])) {
                    sum += row[t];
                    count++;
                }
            }
            for (int t = m; t < MONTHS; t += 12) {
                row[t] -= sum / count;
            }
        }
    }

    /** Takes off what the factor explains. */
    private static void withoutFactor(double[] row, double[] factor) {
        double product = 0;
        double square = 0;
        for (int t = 0; t < MONTHS; t++) {
            if (!Double.isNaN(row[t]) && !Double.isNaN(factor[t])) {
                product += row[t] * factor[t];
                square += factor[t] * factor[t];
            }
        }
        for (int t = 0; t < MONTHS && square > 0; t++) {
            row[t] -= product / square * factor[t];
        }
    }

    private static double autocorrelation(double[] row) {
        double product = 0;
        double square = 0;
        for (int t = 0; t < MONTHS; t++) {
            if (!Double.isNaN(row[t])) {
                square += row[t] * row[t];
                product += t > 0 && !Double.isNaN(row[t - 1]) ? row[t] * row[t - 1] : 0;
            }
        }
        return square > 0 ? product / square : 0;
    }
}
