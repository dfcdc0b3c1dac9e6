package dev.skillpod.core.gap.pay;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.PayRange;
import dev.skillpod.core.gap.outcome.AskedLevels;
import dev.skillpod.core.gap.outcome.JobDemands;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A posting that tells its pay.
 *
 * @param asked what it asks for
 * @param roleId its role, or null
 * @param region where, or null
 * @param currency of its pay
 * @param logPay natural logarithm of the middle of its range
 */
record PaidJob(
        AskedLevels asked,
        @Nullable String roleId,
        @Nullable String region,
        String currency,
        double logPay) {
    static List<PaidJob> of(List<JobPosting> postings, JobDemands demands) {
        var paid = new ArrayList<PaidJob>();
        for (JobPosting posting : postings) {
            PayRange pay = posting.pay();
            if (pay != null) {
                paid.add(new PaidJob(
                        demands.of(posting),
                        posting.roleId(),
                        posting.region(),
                        pay.currency(),
                        Math.log(pay.middle())));
            }
        }
        return paid;
    }
}
