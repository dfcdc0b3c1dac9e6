package dev.skillpod.app.http.recommendation;

import dev.skillpod.app.http.learner.ProfileMapping;
import dev.skillpod.app.http.learner.SignalMapping;
import dev.skillpod.app.serving.LearnerContext;
import dev.skillpod.app.serving.SkillNames;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.MarketSignal;
import dev.skillpod.core.catalog.ContentType;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.SkillGap;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Turns a checked request into the recommender's. */
final class GenerateMapping {
    private GenerateMapping() {}

    /**
     * Returns the recommender's request: the stored history with the request's profile laid over it.
     *
     * @param stored gives the stored history of a learner
     * @param names turns skills into ids and collects warnings
     * @param asOf the instant of the request
     */
    static RecommendationRequest request(
            GenerateRequest body, Function<LearnerKey, LearnerHistory> stored, SkillNames names, Instant asOf) {
        var user = body.userContext();
        var learner = new LearnerKey(user.tenantId(), user.userId());
        List<MarketSignal> signals = SignalMapping.signals(
                "recent_signals", learner, ProfileMapping.orEmpty(body.recentSignals()), names, asOf);
        LearnerContext context = ProfileMapping.context(user, signals, names);
        return new RecommendationRequest(
                context.over(stored.apply(learner)),
                gaps(body, names),
                orElse(body.maxRecommendations(), GenerateRequest.DEFAULT_MAX_RECOMMENDATIONS),
                contentTypes(body),
                orElse(body.minConfidence(), GenerateRequest.DEFAULT_MIN_CONFIDENCE),
                orElse(body.includeExplanations(), true),
                asOf);
    }

    private static List<SkillGap> gaps(GenerateRequest body, SkillNames names) {
        return ProfileMapping.orEmpty(body.skillGaps()).stream()
                .map(g -> new SkillGap(names.idOf(g.skillId(), g.skillName()), g.gapScore()))
                .toList();
    }

    private static Set<ContentType> contentTypes(GenerateRequest body) {
        return ProfileMapping.orEmpty(body.filterContentTypes()).stream()
                .map(ContentType::valueOf)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static <T> T orElse(@Nullable T value, T defaultValue) {
        return value == null ? defaultValue : value;
    }
}
