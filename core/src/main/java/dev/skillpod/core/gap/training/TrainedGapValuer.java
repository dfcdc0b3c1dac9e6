package dev.skillpod.core.gap.training;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.gap.effect.SkillEffects;
import dev.skillpod.core.gap.outcome.AskedLevels;
import dev.skillpod.core.gap.outcome.JobDemands;
import dev.skillpod.core.gap.outcome.OutcomeModel;
import dev.skillpod.core.gap.outcome.OutcomeModel.JobChance;
import dev.skillpod.core.gap.outcome.Saturation;
import dev.skillpod.core.gap.pay.PayEffects;
import dev.skillpod.core.gap.value.ClosingValue;
import dev.skillpod.core.gap.value.GapValuer;
import dev.skillpod.core.gap.value.Interval;
import dev.skillpod.core.gap.value.LearnerOutlook;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Values closed gaps by what was trained. Immutable and thread-safe. */
final class TrainedGapValuer implements GapValuer {
    /** By how many levels the population effect raises a skill. */
    private static final double POPULATION_STEP = 10;

    private final @Nullable OutcomeModel outcomes;
    private final @Nullable SkillEffects effects;
    private final @Nullable Saturation saturation;
    private final @Nullable PayEffects pay;
    private final JobDemands demands;

    TrainedGapValuer(
            @Nullable OutcomeModel outcomes,
            @Nullable SkillEffects effects,
            @Nullable Saturation saturation,
            @Nullable PayEffects pay,
            JobDemands demands) {
        this.outcomes = outcomes;
        this.effects = effects;
        this.saturation = saturation;
        this.pay = pay;
        this.demands = demands;
    }

    @Override
    public LearnerOutlook outlook(LearnerHistory history, LearnerState state, List<JobPosting> jobs) {
        List<JobChance> chances = outcomes == null || jobs.isEmpty()
                ? List.of()
                : outcomes.chances(history, state.needs().role(), state.asOf(), jobs, demands);
        List<AskedLevels> asked = jobs.stream().map(demands::of).toList();
        return new TrainedOutlook(asked, chances, state.levels().level().clone(), effects, saturation, pay);
    }

    @Override
    public Optional<ClosingValue> population(int skill) {
        if (effects == null || !effects.known(skill)) {
            return Optional.empty();
        }
        double logit = POPULATION_STEP / TrainedOutlook.POINTS;
        var increase = TrainedOutlook.interval(
                effects.change(skill, effects.effect()[skill] * logit),
                effects.change(skill, effects.lower(skill) * logit),
                effects.change(skill, effects.upper(skill) * logit));
        int applications = effects.applications()[skill];
        return Optional.of(new ClosingValue(
                effects.base()[skill],
                increase,
                payOf(skill),
                0,
                applications,
                1,
                Support.confidence(increase, applications)));
    }

    private @Nullable Interval payOf(int skill) {
        return pay == null || !pay.known(skill)
                ? null
                : TrainedOutlook.pay(pay, skill, POPULATION_STEP / TrainedOutlook.POINTS);
    }
}
