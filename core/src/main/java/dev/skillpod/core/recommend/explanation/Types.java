package dev.skillpod.core.recommend.explanation;

import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.RecommendationType;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.review.Reviews;
import dev.skillpod.core.recommend.feature.FeatureGroup;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;

/** Names the kind of a recommendation after the strongest of its reasons. */
public final class Types {
    private static final int QUICK_MINUTES = 30;
    private static final float DEEP_LEVEL = 55;

    /** Log ratio of a year's postings from which on a skill is called trending. */
    private static final float GROWING = 0.05f;

    /** Place among all skills by postings from which on the market is said to demand a skill. */
    private static final float ASKED_FOR = 0.7f;

    private Types() {}

    /** Returns the type; the first group that speaks for the content and fits one decides. */
    public static RecommendationType of(LearnerContext context, int content, Factors factors, boolean opens) {
        if (opens) {
            return RecommendationType.PREREQUISITE;
        }
        LearnerState state = context.state();
        var row = state.index().content(content);
        int main = row.mainSkill();
        if (main >= 0 && state.needs().asked()[main]) {
            return RecommendationType.SKILL_GAP_FILL;
        }
        if (Reviews.of(state, content).isPresent()) {
            return RecommendationType.REFRESH_KNOWLEDGE;
        }
        for (FeatureGroup group : factors.strongest()) {
            switch (group) {
                case GOAL -> {
                    if (main >= 0 && state.needs().gap(main, state.levels()) > 0) {
                        return goal(state, row, main);
                    }
                }
                case MARKET -> {
                    return market(context, main);
                }
                case LEVEL, FORMAT -> {
                    if (row.minutes() <= QUICK_MINUTES) {
                        return RecommendationType.QUICK_WIN;
                    }
                    if (row.levelFrom() >= DEEP_LEVEL) {
                        return RecommendationType.DEEP_DIVE;
                    }
                }
                case INTEREST -> {
                    if (main >= 0 && state.levels().level()[main] >= row.levelTo()) {
                        return RecommendationType.REFRESH_KNOWLEDGE;
                    }
                }
                case COLLABORATIVE -> {
                    if (context.taste().known()) {
                        return RecommendationType.COMPETITIVE_EDGE;
                    }
                }
                case QUALITY, LEARNER -> {}
            }
        }
        return fallback(context, row, main);
    }

    private static RecommendationType goal(LearnerState state, CatalogIndex.ContentRow row, int main) {
        if (row.type() == ContentType.CERTIFICATION.ordinal()) {
            return RecommendationType.CERTIFICATION;
        }
        return state.levels().known()[main] ? RecommendationType.SKILL_GAP_FILL : RecommendationType.CAREER_ADVANCEMENT;
    }

    private static RecommendationType fallback(LearnerContext context, CatalogIndex.ContentRow row, int main) {
        LearnerState state = context.state();
        if (main >= 0 && state.needs().gap(main, state.levels()) > 0) {
            return goal(state, row, main);
        }
        if (row.minutes() <= QUICK_MINUTES) {
            return RecommendationType.QUICK_WIN;
        }
        return row.levelFrom() >= DEEP_LEVEL ? RecommendationType.DEEP_DIVE : market(context, main);
    }

    private static RecommendationType market(LearnerContext context, int main) {
        if (main >= 0 && context.state().pressure().pressure()[main] > 0) {
            return RecommendationType.MARKET_DEMAND;
        }
        if (main >= 0 && context.demand().growth()[main] >= GROWING) {
            return RecommendationType.TRENDING_SKILL;
        }
        if (main >= 0 && context.demand().level()[main] >= ASKED_FOR) {
            return RecommendationType.MARKET_DEMAND;
        }
        return context.state().goalVector() == null
                ? RecommendationType.TRENDING_SKILL
                : RecommendationType.CAREER_ADVANCEMENT;
    }
}
