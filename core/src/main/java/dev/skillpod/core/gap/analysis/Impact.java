package dev.skillpod.core.gap.analysis;

import dev.skillpod.core.gap.requirement.Evidence;
import dev.skillpod.core.gap.requirement.Requirement;
import dev.skillpod.core.gap.requirement.SignalCounts;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.Interval;
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
                .map(role -> role.roleTitle() + " asks for " + requirement.skillName() + " at level "
                        + Math.round(role.level()) + ".");
    }

    private static String change(Requirement requirement, double level, ClosingValue value) {
        Interval increase = value.increase();
        if (increase.lower() == 0 && increase.upper() == 0) {
            return "Of %s, none asks for %s.".formatted(jobs(value), requirement.skillName());
        }
        var text = new StringBuilder("Raising ")
                .append(requirement.skillName())
                .append(" from ")
                .append(Math.round(level))
                .append(" to ")
                .append(Math.round(requirement.level()))
                .append(" changes the estimated chance of being hired, on average over ")
                .append(jobs(value))
                .append(", from ")
                .append(Decimal.of(100 * value.successBefore()))
                .append(" % to ")
                .append(Decimal.of(100 * value.successAfter()))
                .append(" % (")
                .append(Decimal.signed(100 * increase.value()))
                .append(" points, 95 % interval ")
                .append(Decimal.signed(100 * increase.lower()))
                .append(" to ")
                .append(Decimal.signed(100 * increase.upper()))
                .append(')');
        if (increase.lower() <= 0 && increase.upper() >= 0) {
            text.append(", which the log cannot tell from no change");
        }
        Interval pay = value.payPercent();
        if (pay != null) {
            text.append("; the median pay offered changes by ")
                    .append(Decimal.signed(pay.value()))
                    .append(" % (")
                    .append(Decimal.signed(pay.lower()))
                    .append(" to ")
                    .append(Decimal.signed(pay.upper()))
                    .append(')');
        }
        return text.append('.').toString();
    }

    private static String jobs(ClosingValue value) {
        return value.jobs() == 1
                ? "the job you plausibly go for"
                : "the " + value.jobs() + " jobs you plausibly go for";
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
