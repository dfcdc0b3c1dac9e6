package dev.skillpod.core.trend.demand;

/**
 * A skill's last year beside the year before, and the market's in the same months. Only months that are known in both years
 * count.
 *
 * @param months how many pairs of months there are, in [0, 12]
 * @param recent mean monthly postings of the last year; 0 without months, like those that follow
 * @param before mean monthly postings of the year before
 * @param marketRecent mean monthly postings of all skills that are known in both years, in the last year
 * @param marketBefore theirs in the year before
 * @param marketSkills how many skills these are at least, this one among them
 */
record YearComparison(
        int months, double recent, double before, double marketRecent, double marketBefore, int marketSkills) {}
