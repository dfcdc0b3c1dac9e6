package dev.skillpod.core.trend.demand;

import java.util.List;
import java.util.OptionalDouble;

/** Sums over the skills that are known both in a month and some months earlier. Immutable and thread-safe. */
final class PairedMonths {
    private final int first;
    private final double[] recent;
    private final double[] before;
    private final int[] skills;

    private PairedMonths(int first, int months) {
        this.first = first;
        this.recent = new double[months];
        this.before = new double[months];
        this.skills = new int[months];
    }

    /** Pairs each month with the one {@code lag} months before it. */
    static PairedMonths of(List<MonthlyDemand> market, int lag) {
        int last = market.stream().mapToInt(MonthlyDemand::lastIndex).max().orElse(0);
        int first = market.stream().mapToInt(MonthlyDemand::firstIndex).min().orElse(0);
        var paired = new PairedMonths(first, last - first + 1);
        for (MonthlyDemand skill : market) {
            for (int month = skill.firstIndex() + lag; month <= skill.lastIndex(); month++) {
                double now = skill.at(month);
                double then = skill.at(month - lag);
                if (!Double.isNaN(now) && !Double.isNaN(then)) {
                    int place = month - first;
                    paired.recent[place] += now;
                    paired.before[place] += then;
                    paired.skills[place]++;
                }
            }
        }
        return paired;
    }

    /** Returns the postings of a month of the skills that were known then and earlier; 0 when there is none. */
    double recent(int month) {
        return inside(month) ? recent[month - first] : 0;
    }

    /** Returns the postings of these skills in the earlier month. */
    double before(int month) {
        return inside(month) ? before[month - first] : 0;
    }

    /** Returns how many skills these are. */
    int skills(int month) {
        return inside(month) ? skills[month - first] : 0;
    }

    /** Returns the logarithm of a month's postings over those of the earlier month; half a posting is added to both. */
    OptionalDouble logGrowth(int month) {
        return skills(month) == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.log((recent(month) + 0.5) / (before(month) + 0.5)));
    }

    private boolean inside(int month) {
        return month >= first && month - first < recent.length;
    }
}
