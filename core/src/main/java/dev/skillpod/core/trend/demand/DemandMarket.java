package dev.skillpod.core.trend.demand;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The demand for all skills of a region, side by side. Immutable and thread-safe.
 *
 * <p>Two times are compared over the skills that are known at both, so that a skill that is recorded from now on is no growth of
 * the market, and one that is missing this month is no fall.
 */
public final class DemandMarket {
    /** A skill whose history ends more months before the market's is not a part of today's market. */
    public static final int LATE = 6;

    private final List<MonthlyDemand> skills;
    private final int end;
    private final Map<Integer, PairedMonths> byLag = new HashMap<>();

    private DemandMarket(List<MonthlyDemand> skills, int end) {
        this.skills = skills;
        this.end = end;
        for (int lag : new int[] {12, 24, 36}) {
            byLag.put(lag, PairedMonths.of(skills, lag));
        }
    }

    /**
     * Makes a market.
     *
     * @param skills histories of one region, at least one, none of a skill twice
     */
    public static DemandMarket of(Collection<MonthlyDemand> skills) {
        if (skills.isEmpty()) {
            throw new IllegalArgumentException("a market must have at least one skill");
        }
        List<MonthlyDemand> sorted = skills.stream()
                .sorted(Comparator.comparing(MonthlyDemand::skillId))
                .toList();
        int[] lasts =
                sorted.stream().mapToInt(MonthlyDemand::lastIndex).sorted().toArray();
        return new DemandMarket(sorted, lasts[lasts.length / 2]);
    }

    /** Returns the histories, ordered by skill. */
    public List<MonthlyDemand> skills() {
        return skills;
    }

    /** Returns the month up to which at least half of the skills are known. */
    public YearMonth end() {
        return MonthlyDemand.month(end);
    }

    /** Returns whether a skill's history reaches far enough to belong to today's market. */
    public boolean current(MonthlyDemand skill) {
        return skill.lastIndex() >= end - LATE;
    }

    /**
     * Returns the month after which a skill's forecast begins: the end of the market or, when that is later, of the skill. The
     * forecast of a skill that is not {@link #current} begins where its own history ends.
     */
    int start(MonthlyDemand skill) {
        return current(skill) ? Math.max(end, skill.lastIndex()) : skill.lastIndex();
    }

    /**
     * Returns the logarithm of the postings of a month over those of {@code lag} months earlier, of all skills that are known at
     * both times.
     *
     * @param lag 12, 24 or 36
     * @return empty when no skill is known at both times
     */
    OptionalDouble logGrowth(int month, int lag) {
        return paired(lag).logGrowth(month);
    }

    /** Returns the months of the year to the skill's last month that are compared with those of the year before. */
    YearComparison lastYear(MonthlyDemand skill) {
        int months = 0;
        double recent = 0;
        double before = 0;
        double marketRecent = 0;
        double marketBefore = 0;
        int marketSkills = Integer.MAX_VALUE;
        PairedMonths paired = paired(12);
        for (int month = skill.lastIndex() - 11; month <= skill.lastIndex(); month++) {
            double now = skill.at(month);
            double then = skill.at(month - 12);
            if (Double.isNaN(now) || Double.isNaN(then)) {
                continue;
            }
            months++;
            recent += now;
            before += then;
            marketRecent += paired.recent(month);
            marketBefore += paired.before(month);
            marketSkills = Math.min(marketSkills, paired.skills(month));
        }
        double count = Math.max(1, months);
        return new YearComparison(
                months,
                recent / count,
                before / count,
                marketRecent / count,
                marketBefore / count,
                months == 0 ? 0 : marketSkills);
    }

    private PairedMonths paired(int lag) {
        PairedMonths paired = byLag.get(lag);
        if (paired == null) {
            throw new IllegalArgumentException("lag must be 12, 24 or 36, was " + lag);
        }
        return paired;
    }
}
