package dev.skillpod.core.recommend.engine;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.recommend.Factor;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.candidate.CandidatePool;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.gap.Progress;
import dev.skillpod.core.recommend.candidate.popular.PopularGenerator;
import dev.skillpod.core.recommend.explanation.Factors;
import dev.skillpod.core.recommend.explanation.Reasoning;
import dev.skillpod.core.recommend.explanation.Types;
import dev.skillpod.core.recommend.feature.FeatureGroup;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** Lists what is popular while no ranker is trained. The score is popularity against the most popular content. */
final class UntrainedList {
    /** The part of a promised progress that is expected while nothing was measured. */
    private static final double PROMISE_KEPT = 0.15;

    private final LearnerContext context;

    UntrainedList(LearnerContext context) {
        this.context = context;
    }

    /** Lists the pool in its order; a popularity of few starts has a low confidence and may be filtered out. */
    List<Recommendation> items(CandidatePool pool, RecommendationRequest request) {
        ContentStatistics statistics = context.statistics();
        double most = 0;
        for (int content : pool.contents()) {
            most = Math.max(most, PopularGenerator.score(statistics, content));
        }
        var reasoning = new Reasoning(context);
        var items = new ArrayList<Recommendation>();
        for (int content : pool.contents()) {
            int starts = statistics.starts()[content];
            double confidence = starts / (starts + 10.0);
            if (confidence >= request.minConfidence() && items.size() < request.maxRecommendations()) {
                double score = most == 0 ? 0 : PopularGenerator.score(statistics, content) / most;
                items.add(item(content, score, confidence, reasoning, request.includeExplanations()));
            }
        }
        return items;
    }

    private Recommendation item(
            int content, double score, double confidence, Reasoning reasoning, boolean withSentence) {
        Content row = context.state().index().catalog().contents().get(content);
        var factors = new Factors(0, Map.of(FeatureGroup.QUALITY, score), 0);
        float startRate = context.statistics().startRate()[content];
        return new Recommendation(
                row,
                Math.clamp(startRate * context.statistics().completionRate()[content], 0, 1),
                MeaningOfScores.urgency(context, content),
                MeaningOfScores.impact(context.state(), PROMISE_KEPT * Progress.towardsNeeds(context.state(), content)),
                confidence,
                score,
                Types.of(context, content, factors, false),
                row.skills().stream().map(s -> s.skillId()).toList(),
                row.prerequisiteIds(),
                1,
                false,
                withSentence ? reasoning.sentence(content, factors, OptionalInt.empty(), false) : null,
                List.of(new Factor(Factors.BASE, 0), new Factor(FeatureGroup.QUALITY.words(), score)));
    }
}
