package dev.skillpod.core.path.offpolicy;

import dev.skillpod.core.evaluation.Bootstrap.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Says from logged paths whether a path policy may replace the one in service. */
public final class PathPolicyGate {
    private PathPolicyGate() {}

    /**
     * What the log says.
     *
     * @param passed whether the candidate may replace the champion
     * @param reasons why, in sentences
     * @param candidate doubly robust estimate of the candidate's mean reward per path
     * @param champion likewise of the champion
     * @param lead of the candidate over the champion, unit by unit
     */
    public record Verdict(boolean passed, List<String> reasons, Interval candidate, Interval champion, Interval lead) {
        public Verdict {
            reasons = List.copyOf(reasons);
        }
    }

    /**
     * Judges a candidate. It passes when the log shows enough of what both would do and the lower end of the 95 % interval of its lead is
     * at least {@code -margin}.
     *
     * @param candidate logged paths, beside what the candidate would do
     * @param champion the same paths, beside what the champion would do
     * @param margin how much less than the champion's is still good enough, at least 0, in rewards per path
     * @throws IllegalArgumentException when the two are not of the same units
     */
    public static Verdict judge(List<LoggedPath> candidate, List<LoggedPath> champion, double margin) {
        if (!(margin >= 0)) {
            throw new IllegalArgumentException("margin must be at least 0, was " + margin);
        }
        PathOffPolicy.Judged of = PathOffPolicy.judge(candidate);
        PathOffPolicy.Judged before = PathOffPolicy.judge(champion);
        if (!Arrays.equals(of.ids(), before.ids())) {
            throw new IllegalArgumentException("candidate and champion must be judged on the same units");
        }
        double[] leads = IntStream.range(0, of.units())
                .mapToDouble(i -> of.robust()[i] - before.robust()[i])
                .toArray();
        Interval lead = PathOffPolicy.interval(leads);
        var reasons = new ArrayList<String>();
        lacking("candidate", PathOffPolicy.estimate(candidate), reasons);
        lacking("champion", PathOffPolicy.estimate(champion), reasons);
        boolean enough = reasons.isEmpty();
        boolean good = lead.lower() >= -margin;
        reasons.add(String.format(
                Locale.ROOT,
                "the lead is %.4f [%.4f, %.4f]; its lower end must be at least %.4f",
                lead.mean(),
                lead.lower(),
                lead.upper(),
                -margin));
        return new Verdict(
                enough && good,
                reasons,
                PathOffPolicy.interval(of.robust()),
                PathOffPolicy.interval(before.robust()),
                lead);
    }

    private static void lacking(String who, PathOffPolicyResult result, List<String> reasons) {
        if (!result.supported()) {
            reasons.add(who + ": " + result.lacking());
        }
    }
}
