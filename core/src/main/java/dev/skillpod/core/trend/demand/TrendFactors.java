package dev.skillpod.core.trend.demand;

import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Says in sentences why the demand for a skill is seen as it is. Each sentence states numbers of the history or of the forecast; one
 * that the history does not support is left out.
 */
public final class TrendFactors {
    private static final int LEAST_PAIRS = 9;
    private static final int LEAST_SKILLS = 5;

    private final DemandMarket market;
    private final RelatedSkills related;
    private final UnaryOperator<String> names;

    /**
     * Prepares the sentences of a market.
     *
     * @param names gives a skill's name by its id
     */
    TrendFactors(DemandMarket market, UnaryOperator<String> names) {
        this.market = market;
        this.related = new RelatedSkills(market);
        this.names = names;
    }

    /** Returns what can be said of a skill: past year, market, the year ahead, season, related skills. */
    List<String> of(MonthlyDemand skill, Growth growth) {
        var sentences = new ArrayList<String>();
        YearComparison year = market.lastYear(skill);
        if (year.months() >= LEAST_PAIRS) {
            sentences.add(pastYear(skill, year));
            if (year.marketSkills() >= LEAST_SKILLS) {
                sentences.add(marketOf(year));
            }
        } else {
            sentences.add(
                    "Only %d months are known (%s to %s), too few to compare two years; on average %s postings a month."
                            .formatted(
                                    skill.observed(),
                                    text(skill.first()),
                                    text(skill.last()),
                                    postings(average(skill))));
        }
        if (!market.current(skill)) {
            sentences.add("Its history ends in %s, that of the market in %s."
                    .formatted(text(skill.last()), text(market.end())));
        }
        sentences.add("In a year, postings are expected %s the last three months (80 %% interval: %s to %s)."
                .formatted(
                        side(growth.expected(), "above", "below", "as in"),
                        signed(growth.lower()),
                        signed(growth.upper())));
        YearOfMonths.of(skill).ifPresent(season -> sentences.add(season(season)));
        List<RelatedSkills.Related> partners = related.of(skill);
        if (!partners.isEmpty()) {
            sentences.add("Moves together with "
                    + partners.stream()
                            .map(p -> "%s (%s)"
                                    .formatted(
                                            names.apply(p.skillId()),
                                            String.format(Locale.ROOT, "%.2f", p.correlation())))
                            .collect(Collectors.joining(", "))
                    + ": correlation of monthly changes, market and season taken off.");
        }
        return List.copyOf(sentences);
    }

    private static String pastYear(MonthlyDemand skill, YearComparison year) {
        String months = year.months() == 12
                ? "the 12 months to %s against the 12 before".formatted(text(skill.last()))
                : "%d months of the year to %s against the same months a year before"
                        .formatted(year.months(), text(skill.last()));
        String change = year.before() == 0
                ? year.recent() == 0 ? "There were no postings" : "Postings rose from nothing"
                : "Postings " + moved(year.recent() / year.before() - 1);
        return "%s in %s (%s a month, before %s)."
                .formatted(change, months, postings(year.recent()), postings(year.before()));
    }

    private static String marketOf(YearComparison year) {
        if (year.marketBefore() == 0 || year.marketRecent() == 0) {
            return "In the whole market of %d skills there were %s postings a month in these months, before %s."
                    .formatted(year.marketSkills(), postings(year.marketRecent()), postings(year.marketBefore()));
        }
        double share = year.recent() / year.marketRecent();
        double before = year.before() / year.marketBefore();
        String now = percent(share);
        String then = percent(before);
        String moved = now.equals(then)
                ? "stayed at " + now
                : (share > before ? "rose" : "fell") + " from " + then + " to " + now;
        return "The whole market (%d skills) %s in the same months; its share of the postings %s."
                .formatted(year.marketSkills(), moved(year.marketRecent() / year.marketBefore() - 1), moved);
    }

    private static String season(YearOfMonths season) {
        var parts = new ArrayList<String>();
        if (season.peakEffect() > 0) {
            parts.add("%s above the year's average in %s".formatted(whole(season.peakEffect()), text(season.peak())));
        }
        if (season.lowEffect() < 0) {
            parts.add("%s below%s in %s"
                    .formatted(
                            whole(-season.lowEffect()),
                            parts.isEmpty() ? " the year's average" : "",
                            text(season.low())));
        }
        return "Season: typically " + String.join(" and ", parts) + ".";
    }

    private static String moved(double change) {
        return whole(Math.abs(change)).equals("0 %")
                ? "stayed level"
                : (change > 0 ? "rose " : "fell ") + whole(Math.abs(change));
    }

    private static String side(double change, String up, String down, String same) {
        String size = whole(Math.abs(change));
        return size.equals("0 %") ? same : size + " " + (change > 0 ? up : down);
    }

    private static double average(MonthlyDemand skill) {
        double sum = 0;
        for (int month = skill.firstIndex(); month <= skill.lastIndex(); month++) {
            sum += Double.isNaN(skill.at(month)) ? 0 : skill.at(month);
        }
        return sum / skill.observed();
    }

    private static String signed(double change) {
        String size = whole(Math.abs(change));
        return size.equals("0 %") ? size : (change > 0 ? "+" : "−") + size;
    }

    private static String whole(double share) {
        return "%d %%".formatted(Math.round(100 * share));
    }

    /** Writes a share with three significant digits. */
    private static String percent(double share) {
        double percent = 100 * share;
        int digits = percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + digits + "f %%", percent);
    }

    private static String postings(double count) {
        return String.format(Locale.ROOT, count < 10 ? "%.1f" : "%.0f", count);
    }

    private static String text(YearMonth month) {
        return text(month.getMonth()) + " " + month.getYear();
    }

    private static String text(Month month) {
        return month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    }
}
