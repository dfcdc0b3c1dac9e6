package dev.skillpod.app.http.learner;

import dev.skillpod.app.http.validation.IsoTime;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.activity.Outcome;
import dev.skillpod.core.activity.SignalType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Turns the checked market signals of a request into the domain's. */
public final class SignalMapping {
    private SignalMapping() {}

    /**
     * Returns the signals; one that lies in the future is left out, with a warning.
     *
     * @param field the request's name for them
     * @param asOf the instant of the request
     */
    public static List<MarketSignal> signals(
            String field, LearnerKey learner, List<Signal> signals, SkillNames names, Instant asOf) {
        var used = new ArrayList<MarketSignal>(signals.size());
        for (int i = 0; i < signals.size(); i++) {
            Signal signal = signals.get(i);
            Instant at = IsoTime.instant(signal.timestamp());
            if (!at.isBefore(asOf)) {
                names.warn("%s[%d].timestamp lies in the future; the signal is not used".formatted(field, i));
                continue;
            }
            used.add(new MarketSignal(
                    "request:" + i,
                    learner,
                    at,
                    SignalType.valueOf(signal.signalType()),
                    ProfileMapping.orEmpty(signal.skillIds()).stream()
                            .map(id -> names.idOf(id, null))
                            .distinct()
                            .toList(),
                    ProfileMapping.blankToNull(signal.jobId()),
                    signal.outcome() == null
                            ? null
                            : Outcome.valueOf(signal.outcome().toUpperCase(Locale.ROOT)),
                    signal.matchScore()));
        }
        return used;
    }
}
