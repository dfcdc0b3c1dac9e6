package dev.skillpod.app.config;

import java.util.Optional;
import java.util.OptionalDouble;
import org.springframework.scheduling.support.CronExpression;

/**
 * When and how models are trained again.
 *
 * @param cron when, in UTC; empty for never by itself
 * @param whenStale the share of new engagements, against those trained on, from which on it is time; empty for never
 * @param memoryMegabytes heap of the training process, in [256, 65536]
 */
public record RetrainSettings(Optional<CronExpression> cron, OptionalDouble whenStale, int memoryMegabytes) {
    private static final double MOST_SHARE = 100;

    /** Reads {@code RETRAIN_CRON}. */
    static Optional<CronExpression> cron(Optional<String> text) {
        try {
            return text.map(CronExpression::parse);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    Setting.RETRAIN_CRON
                            + " must be six fields (second minute hour day month weekday) such as '0 30 3 * * *', was '"
                            + text.orElse("") + "'",
                    e);
        }
    }

    /** Reads {@code RETRAIN_WHEN_STALE}. */
    static OptionalDouble whenStale(Optional<String> text) {
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        try {
            double share = Double.parseDouble(text.get());
            if (share > 0 && share <= MOST_SHARE) {
                return OptionalDouble.of(share);
            }
        } catch (NumberFormatException e) {
            // falls through to the message below, which names the value
        }
        throw new IllegalArgumentException(
                Setting.RETRAIN_WHEN_STALE + " must be a number in (0, 100], was '" + text.get() + "'");
    }
}
