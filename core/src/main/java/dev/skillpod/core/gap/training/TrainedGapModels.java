package dev.skillpod.core.gap.training;

import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.effect.SkillEffects;
import dev.skillpod.core.gap.effect.TrainedEffects;
import dev.skillpod.core.gap.outcome.HeldOutChances;
import dev.skillpod.core.gap.outcome.JobDemands;
import dev.skillpod.core.gap.outcome.OutcomeModel;
import dev.skillpod.core.gap.outcome.TrainedOutcomes;
import dev.skillpod.core.gap.pay.PayEffects;
import dev.skillpod.core.gap.value.GapValuer;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainedModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was learnt of what closing gaps is worth, in a form that can be stored: independent of any catalogue snapshot. Outcomes and
 * pay are learnt from different rows, so one may be there without the other.
 *
 * @param skillIds the skills known at training
 * @param outcomes stages of applications, or null
 * @param effects effects of skills on being hired, or null; there exactly when {@code outcomes} is
 * @param pay effects of skills on pay, or null
 * @param heldOut chances that a twin gave to applications that it was not fitted to, or null
 * @param provenance where it comes from
 */
public record TrainedGapModels(
        List<String> skillIds,
        @Nullable TrainedOutcomes outcomes,
        @Nullable TrainedEffects effects,
        @Nullable PayEffects pay,
        @Nullable HeldOutChances heldOut,
        Provenance provenance)
        implements TrainedModel {
    /** @throws IllegalArgumentException when the parts do not fit together */
    public TrainedGapModels {
        skillIds = List.copyOf(skillIds);
        if ((outcomes == null) != (effects == null)) {
            throw new IllegalArgumentException("outcomes and effects must both be there or both be missing");
        }
        if (pay != null && pay.effect().length != skillIds.size()) {
            throw new IllegalArgumentException(
                    "pay must be of " + skillIds.size() + " skills, was of " + pay.effect().length);
        }
    }

    /**
     * Binds the models to the catalogue and the postings served.
     *
     * @throws IllegalArgumentException when a part is malformed
     */
    public GapValuer bind(CatalogIndex index, List<JobPosting> postings) {
        List<String> ids = index.catalog().skills().stream().map(Skill::id).toList();
        OutcomeModel model = outcomes == null ? null : outcomes.bind(index);
        SkillEffects bound = effects == null ? null : effects.bind(ids);
        return new TrainedGapValuer(
                model,
                bound,
                effects == null ? null : effects.saturation(),
                pay == null ? null : pay.bind(skillIds, ids),
                new JobDemands(postings, index));
    }
}
