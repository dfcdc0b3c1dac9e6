package dev.skillpod.core.gap.training;

import dev.skillpod.core.gap.effect.SkillEffects;
import dev.skillpod.core.gap.outcome.AskedLevels;
import dev.skillpod.core.gap.outcome.Logit;
import dev.skillpod.core.gap.outcome.OutcomeModel.JobChance;
import dev.skillpod.core.gap.outcome.Saturation;
import dev.skillpod.core.gap.pay.PayEffects;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.Interval;
import dev.skillpod.core.gap.value.JobOutlook;
import dev.skillpod.core.gap.value.LearnerOutlook;
import dev.skillpod.core.math.Normal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One learner's outlook. Raising a skill moves the logit of each job that asks for it by the effect of the skill times the change of
 * its margin, from the calibrated probability; the other jobs stay as they are, and the mean is over all.
 */
final class TrainedOutlook implements LearnerOutlook {
    static final double POINTS = 20;
    private static final double Z = Normal.quantile(0.975);

    private final List<AskedLevels> asked;
    private final List<JobChance> chances;
    private final float[] levels;
    private final @Nullable SkillEffects effects;
    private final @Nullable Saturation saturation;
    private final @Nullable PayEffects pay;

    TrainedOutlook(
            List<AskedLevels> asked,
            List<JobChance> chances,
            float[] levels,
            @Nullable SkillEffects effects,
            @Nullable Saturation saturation,
            @Nullable PayEffects pay) {
        this.asked = asked;
        this.chances = List.copyOf(chances);
        this.levels = levels;
        this.effects = effects;
        this.saturation = saturation;
        this.pay = pay;
    }

    @Override
    public List<JobOutlook> jobs() {
        return chances.stream().map(JobChance::outlook).toList();
    }

    @Override
    public Optional<ClosingValue> closing(int skill, double targetLevel) {
        if (effects == null || saturation == null || chances.isEmpty() || !effects.known(skill)) {
            return Optional.empty();
        }
        double share = effects.shareFrom(skill, targetLevel);
        double comparable = share * effects.applications()[skill];
        if (comparable < Support.LEAST_COMPARABLE) {
            return Optional.empty();
        }
        double before = 0;
        var change = new double[3];
        for (JobChance chance : chances) {
            double p = chance.outlook().hired();
            before += p / chances.size();
            int at = chance.asked().indexOf(skill);
            if (at >= 0) {
                double wanted = chance.asked().levels()[at];
                double to = saturation.margin(Math.max(targetLevel, levels[skill]), wanted);
                double units = to - saturation.margin(levels[skill], wanted);
                change[0] += changed(p, units * Math.max(0, effects.effect()[skill])) / chances.size();
                change[1] += changed(p, units * effects.lower(skill)) / chances.size();
                change[2] += changed(p, units * effects.upper(skill)) / chances.size();
            }
        }
        Interval increase = interval(change[0], change[1], change[2]);
        return Optional.of(new ClosingValue(
                before,
                increase,
                pay(skill, targetLevel).orElse(null),
                chances.size(),
                effects.applications()[skill],
                share,
                Support.confidence(increase, comparable)));
    }

    @Override
    public Optional<Interval> pay(int skill, double targetLevel) {
        if (pay == null || asked.isEmpty() || !pay.known(skill)) {
            return Optional.empty();
        }
        double units = 0;
        for (AskedLevels job : asked) {
            int at = job.indexOf(skill);
            if (at >= 0) {
                double wanted = job.levels()[at];
                double to = Math.min(wanted, Math.max(targetLevel, levels[skill]));
                units += (to - Math.min(wanted, levels[skill])) / POINTS / asked.size();
            }
        }
        return Optional.of(pay(pay, skill, units));
    }

    static Interval pay(PayEffects pay, int skill, double units) {
        double effect = pay.effect()[skill];
        double half = Z * pay.error()[skill];
        return interval(percent(units * effect), percent(units * (effect - half)), percent(units * (effect + half)));
    }

    private static double percent(double log) {
        return 100 * Math.expm1(log);
    }

    private static double changed(double p, double logit) {
        if (logit == 0 || p <= 0 || p >= 1) {
            return 0;
        }
        return Logit.sigmoid(Math.log(p / (1 - p)) + logit) - p;
    }

    static Interval interval(double value, double a, double b) {
        double lower = Math.min(a, b);
        double upper = Math.max(a, b);
        return new Interval(Math.clamp(value, lower, upper), lower, upper);
    }
}
