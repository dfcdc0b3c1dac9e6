package dev.skillpod.core.gap.pay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The baseline of the pay model: the quantiles of what a role pays in a currency, or of all pay in it where a role is new. */
final class RoleQuantiles {
    private static final int LEAST = 3;

    private final Map<String, double[]> sorted = new HashMap<>();

    RoleQuantiles(List<PaidJob> jobs) {
        Map<String, java.util.ArrayList<Double>> values = new HashMap<>();
        for (PaidJob job : jobs) {
            for (String key : List.of(key(job), job.currency())) {
                values.computeIfAbsent(key, k -> new java.util.ArrayList<>()).add(job.logPay());
            }
        }
        values.forEach((key, list) -> sorted.put(
                key, list.stream().mapToDouble(Double::doubleValue).sorted().toArray()));
    }

    double quantile(PaidJob job, double quantile) {
        double[] own = sorted.get(key(job));
        double[] values = own == null || own.length < LEAST ? sorted.get(job.currency()) : own;
        if (values == null) {
            return 0;
        }
        double at = quantile * (values.length - 1);
        int left = (int) at;
        int right = Math.min(values.length - 1, left + 1);
        return values[left] + (at - left) * (values[right] - values[left]);
    }

    private static String key(PaidJob job) {
        return job.currency() + ":" + job.roleId();
    }
}
