package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.config.RetrainSettings;
import dev.skillpod.store.StoreUnavailableException;
import dev.skillpod.store.TrainingOrder.Trigger;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.support.CronExpression;

/**
 * Sets trainings off by themselves: at the times of a cron expression, and when much is new since the last one. Of several replicas
 * one acts, the one that takes the turn first. A time that comes while no replica runs is left out. Looked at by one thread.
 */
final class RetrainSchedule {
    /** How often new engagements are counted. */
    static final Duration COUNTING = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(RetrainSchedule.class);
    private static final String BY_CRON = "cron";
    private static final String BY_FRESHNESS = "freshness";

    private final RetrainSettings settings;
    private final InstantSource clock;
    private final Trainings trainings;
    private @Nullable Instant nextFire;
    private Instant nextCount;
    private @Nullable Trigger owed;

    /** What it needs of the trainings. */
    interface Trainings {
        /** Takes a turn that came due; one process alone gets it. */
        boolean take(String name, Instant due);

        /** Returns new engagements as a share of those that were trained on; empty when that cannot be said, or while training. */
        OptionalDouble newShare();

        /** Orders a training of everything. */
        void order(Trigger trigger);
    }

    RetrainSchedule(RetrainSettings settings, InstantSource clock, Trainings trainings) {
        this.settings = settings;
        this.clock = clock;
        this.trainings = trainings;
        this.nextFire = settings.cron().map(cron -> next(cron, clock.instant())).orElse(null);
        this.nextCount = clock.instant();
    }

    /** Acts when it is time to, or as soon as PostgreSQL answers; another failure is logged, and the next time comes. */
    void look() {
        try {
            if (owed != null) {
                order(owed);
            }
            lookAtTheClock();
            lookAtTheLog();
        } catch (StoreUnavailableException e) {
            LOG.debug("whether to train is looked at again later: {}", e.getMessage());
        } catch (RuntimeException | Error e) {
            owed = null;
            LOG.error("a training could not be set off", e);
        }
    }

    private void order(Trigger trigger) {
        owed = trigger;
        trainings.order(trigger);
        owed = null;
    }

    private void lookAtTheClock() {
        Instant due = nextFire;
        Instant now = clock.instant();
        if (due == null || now.isBefore(due)) {
            return;
        }
        boolean ours = trainings.take(BY_CRON, due);
        nextFire = settings.cron().map(cron -> next(cron, now)).orElse(null);
        if (ours) {
            order(Trigger.SCHEDULE);
        }
    }

    private void lookAtTheLog() {
        Instant now = clock.instant();
        if (settings.whenStale().isEmpty() || now.isBefore(nextCount)) {
            return;
        }
        long step = COUNTING.toSeconds();
        Instant turn = Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), step) * step);
        nextCount = turn.plus(COUNTING);
        if (trainings.take(BY_FRESHNESS, turn)) {
            OptionalDouble share = trainings.newShare();
            if (share.isPresent() && share.getAsDouble() >= settings.whenStale().getAsDouble()) {
                LOG.info("new engagements are {} of those trained on", share.getAsDouble());
                order(Trigger.FRESHNESS);
            }
        }
    }

    private static @Nullable Instant next(CronExpression cron, Instant after) {
        ZonedDateTime next = cron.next(after.atZone(ZoneOffset.UTC));
        return next == null ? null : next.toInstant();
    }
}
