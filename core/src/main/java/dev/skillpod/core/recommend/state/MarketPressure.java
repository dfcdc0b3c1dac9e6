package dev.skillpod.core.recommend.state;

import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * How strongly the market presses a learner towards each skill: a sum over signals, weighted by what happened and halved
 * every {@value #HALF_LIFE_DAYS} days.
 *
 * @param pressure per skill, at least 0; about 1 for one fresh application that was rejected
 */
public record MarketPressure(float[] pressure) {
    static final double HALF_LIFE_DAYS = 30;

    /** Sums the pressure of everything before {@code asOf}. */
    static MarketPressure of(LearnerHistory history, CatalogIndex index, Instant asOf) {
        var pressure = new MarketPressure(new float[index.skillCount()]);
        for (MarketSignal signal : history.signals()) {
            pressure.add(signal.skillIds(), weight(signal.type(), signal.outcome()), signal.occurredAt(), asOf, index);
        }
        for (ApplicationOutcome outcome : history.outcomes()) {
            pressure.add(outcome.skillIds(), weight(outcome.outcome()), outcome.occurredAt(), asOf, index);
        }
        return pressure;
    }

    /** Returns the pressure on one skill squeezed into [0, 1). */
    public float urgency(int skill) {
        return (float) -Math.expm1(-pressure[skill]);
    }

    private void add(List<String> skillIds, double weight, Instant at, Instant asOf, CatalogIndex index) {
        if (weight == 0) {
            return;
        }
        float recent = (float) (weight * recency(at, asOf));
        for (String id : skillIds) {
            index.catalog().skillIndex(id).ifPresent(s -> pressure[s] += recent);
        }
    }

    /** Returns what is left of the weight of something that happened {@code at}, in (0, 1]. */
    public static double recency(Instant at, Instant asOf) {
        double days = Math.max(0, Duration.between(at, asOf).toMillis() / (double) TimeUnit.DAYS.toMillis(1));
        return Math.exp(-Math.log(2) * days / HALF_LIFE_DAYS);
    }

    /** Returns how strongly a signal presses when it is fresh, in (0, 1]. */
    public static double weight(SignalType type, @Nullable Outcome outcome) {
        double weight = switch (type) {
            case JOB_REJECTION, CERTIFICATION_REQUIRED, PROFILE_GAP -> 1.0;
            case SKILL_SEARCH -> 0.6;
            case JOB_APPLICATION -> 0.5;
            case CLIENT_FEEDBACK, COMPETITOR_ANALYSIS -> 0.4;
            case JOB_VIEW, MARKET_TREND, CONTRACT_STARTED -> 0.2;
            case JOB_ACCEPTANCE, CONTRACT_COMPLETED -> 0.1;
        };
        if (outcome == null) {
            return weight;
        }
        boolean over = outcome == Outcome.HIRED || outcome == Outcome.WITHDRAWN;
        return over ? Math.min(weight, weight(outcome)) : Math.max(weight, weight(outcome));
    }

    /** Returns how strongly the stage of an application presses when it is fresh, in (0, 1]. */
    public static double weight(Outcome outcome) {
        return switch (outcome) {
            case REJECTED -> 1.0;
            case IGNORED -> 0.6;
            case VIEWED, SHORTLISTED, INTERVIEWED -> 0.5;
            case HIRED, WITHDRAWN -> 0.1;
        };
    }
}
