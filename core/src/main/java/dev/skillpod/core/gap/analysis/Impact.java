package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.gap.requirement.SignalCounts;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.Interval;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says in one sentence of facts what closing a gap would change; where nothing can be said of that, who asks for the skill. */
final class Impact {
    private Impact() {}

    /**
     * Returns the sentence; empty when there is no fact to tell.
     *
     * @param level the level that is shown as the learner's own
     * @param value what closing changes, or null where no estimate is supported
     */
    static Optional<String> sentence(Requirement requirement, double level, @Nullable ClosingValue value) {
        if (value != null) {
            return Optional.of(change(requirement, level, value));
        }
        Optional<Evidence.ByMarket> market = requirement.market();
        if (market.isPresent() && market.get().counts().jobs() > 0) {
            return Optional.of(jobs(requirement.skillName(), market.get().counts()));
        }
        return requirement.evidence().stream()
                .filter(Evidence.ByRole.class::isInstance)
                .map(Evidence.ByRole.class::cast)
                .findFirst()
                .map(role -> "%s asks for %s at level %d."
                        .formatted(role.roleTitle(), requirement.skillName(), Math.round(role.level())));
    }

    private static String change(Requirement requirement, double level, ClosingValue value) {
        Interval increase = value.increase();
        var text = new StringBuilder(String.format(
                Locale.ROOT,
                "Raising %s from %d to %d changes the estimated chance of being hired, over the %s you plausibly go for, from"
                        + " %.0f %% to %.0f %% (%+.1f points, 90 %% interval %+.1f to %+.1f)",
                requirement.skillName(),
                Math.round(level),
                Math.round(requirement.level()),
                value.jobs() == 1 ? "job" : value.jobs() + " jobs",
                100 * value.successBefore(),
                100 * value.successAfter(),
                100 * increase.value(),
                100 * increase.lower(),
                100 * increase.upper()));
        if (increase.lower() <= 0 && increase.upper() >= 0) {
            text.append(", which the log cannot tell from no change");
        }
        Interval pay = value.payPercent();
        if (pay != null) {
            text.append(String.format(
                    Locale.ROOT,
                    "; the median pay offered changes by %+.1f %% (%+.1f to %+.1f)",
                    pay.value(),
                    pay.lower(),
                    pay.upper()));
        }
        return text.append('.').toString();
    }

    private static String jobs(String skill, SignalCounts counts) {
        String rejected = counts.rejected() == 0
                ? ""
                : counts.rejected() == 1
                        ? "; 1 of them turned you down or never answered"
                        : "; " + counts.rejected() + " of them turned you down or never answered";
        return counts.jobs() == 1
                ? "A job that you went for asks for " + skill
                        + (counts.rejected() == 1 ? "; it turned you down or never answered." : ".")
                : counts.jobs() + " jobs that you went for ask for " + skill + rejected + ".";
    }
}
