package dev.skillpod.core.recommend;

import dev.skillpod.core.catalog.Content;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One recommended content. All scores lie in [0, 1]; docs/models/recommender.md defines each.
 *
 * @param content what is recommended
 * @param relevance calibrated probability of a useful engagement
 * @param urgency market pressure on its skills
 * @param impact expected progress towards the role or goals
 * @param confidence how sure the relevance is
 * @param overall the score that orders the list
 * @param type the strongest reason
 * @param targetSkillIds the skills it moves, most important first
 * @param prerequisiteIds contents that should be finished first
 * @param propensity probability, in (0, 1], with which the policy puts this content at this place, given those above it
 * @param explored whether it is there by chance and not by its rank
 * @param reasoning one sentence made from the factors, or null when not asked for
 * @param factors contributions that sum to {@code overall} within 1e-6, the base included
 */
public record Recommendation(
        Content content,
        double relevance,
        double urgency,
        double impact,
        double confidence,
        double overall,
        RecommendationType type,
        List<String> targetSkillIds,
        List<String> prerequisiteIds,
        double propensity,
        boolean explored,
        @Nullable String reasoning,
        List<Factor> factors) {
    public Recommendation {
        targetSkillIds = List.copyOf(targetSkillIds);
        prerequisiteIds = List.copyOf(prerequisiteIds);
        factors = List.copyOf(factors);
        if (!(propensity > 0 && propensity <= 1)) {
            throw new IllegalArgumentException("propensity must be in (0, 1], was " + propensity);
        }
    }
}
