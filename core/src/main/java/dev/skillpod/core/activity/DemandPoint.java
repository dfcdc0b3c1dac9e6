package dev.skillpod.core.activity;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * How much a skill was asked for in a month.
 *
 * @param skillId the skill
 * @param period the month
 * @param region the region, or null for the whole market
 * @param postings job postings that asked for it, at least 0
 * @param applicants applicants to them, or null
 * @param medianPay median yearly pay offered, or null
 */
public record DemandPoint(
        String skillId,
        YearMonth period,
        @Nullable String region,
        double postings,
        @Nullable Double applicants,
        @Nullable Double medianPay) {}
