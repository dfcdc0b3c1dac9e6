package dev.skillpod.core.trend.demand;

import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.trend.GappySeries;
import java.time.YearMonth;
import java.time.temporal.ChronoField;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;

/**
 * The postings that asked for one skill, month by month, in one region or in the whole market. Months that nobody recorded are
 * not known. Immutable and thread-safe.
 */
public final class MonthlyDemand {
    /** The most months of a history; what is older is left out. */
    public static final int LONGEST = 360;

    /** The most postings of a month; a point with more is left out. */
    public static final double MOST_POSTINGS = 1e12;

    private static final int MONTHS_OF_YEAR = 12;

    private final String skillId;
    private final int first;
    private final double[] postings;

    private MonthlyDemand(String skillId, int first, double[] postings) {
        this.skillId = skillId;
        this.first = first;
        this.postings = postings;
    }

    /**
     * Puts the points of one skill and one region on a calendar.
     *
     * @param points in any order, none of a month twice
     * @return the history; empty when there is no point
     */
    public static Optional<MonthlyDemand> of(String skillId, Collection<DemandPoint> points) {
        var known = points.stream()
                .filter(p -> p.postings() >= 0 && p.postings() <= MOST_POSTINGS)
                .toList();
        if (known.isEmpty()) {
            return Optional.empty();
        }
        int last = known.stream().mapToInt(p -> index(p.period())).max().getAsInt();
        int first = known.stream()
                .mapToInt(p -> index(p.period()))
                .filter(month -> month > last - LONGEST)
                .min()
                .getAsInt();
        var postings = new double[last - first + 1];
        Arrays.fill(postings, Double.NaN);
        for (DemandPoint point : known) {
            int month = index(point.period());
            if (month >= first) {
                postings[month - first] = point.postings();
            }
        }
        return Optional.of(new MonthlyDemand(skillId, first, postings));
    }

    /** Returns the skill. */
    public String skillId() {
        return skillId;
    }

    /** Returns the first month that is known. */
    public YearMonth first() {
        return month(first);
    }

    /** Returns the last month that is known. */
    public YearMonth last() {
        return month(lastIndex());
    }

    /** Returns how many months are known, at least 1. */
    public int observed() {
        return (int) Arrays.stream(postings).filter(v -> !Double.isNaN(v)).count();
    }

    /** Returns the months in which something is missing between the first and the last. */
    public int missing() {
        return postings.length - observed();
    }

    /** Returns the series up to a month, not before {@link #last}; months after the last known one are missing in it. */
    GappySeries series(int until) {
        double[] padded = Arrays.copyOf(postings, until - first + 1);
        Arrays.fill(padded, postings.length, padded.length, Double.NaN);
        return GappySeries.of(padded, MONTHS_OF_YEAR);
    }

    /** Returns the same history with expected values of the months after {@code until}. */
    MonthlyDemand continued(int until, double[] expected, int steps) {
        double[] longer = Arrays.copyOf(postings, until - first + 1 + steps);
        Arrays.fill(longer, postings.length, longer.length, Double.NaN);
        System.arraycopy(expected, 0, longer, until - first + 1, steps);
        return new MonthlyDemand(skillId, first, longer);
    }

    /** Returns the postings of a month; NaN when it is not known. */
    double at(int month) {
        int place = month - first;
        return place < 0 || place >= postings.length ? Double.NaN : postings[place];
    }

    int firstIndex() {
        return first;
    }

    int lastIndex() {
        return first + postings.length - 1;
    }

    /** Returns the newest known months, newest first: at most three, none more than five months before the last. */
    int[] recent() {
        int[] months = new int[3];
        int count = 0;
        for (int month = lastIndex(); month > lastIndex() - 6 && count < months.length; month--) {
            if (!Double.isNaN(at(month))) {
                months[count++] = month;
            }
        }
        return Arrays.copyOf(months, count);
    }

    /** Returns the mean postings of {@link #recent}. */
    double level() {
        return Arrays.stream(recent()).mapToDouble(this::at).average().orElse(0);
    }

    static int index(YearMonth month) {
        return (int) month.getLong(ChronoField.PROLEPTIC_MONTH);
    }

    static YearMonth month(int index) {
        return YearMonth.of(Math.floorDiv(index, MONTHS_OF_YEAR), Math.floorMod(index, MONTHS_OF_YEAR) + 1);
    }
}
