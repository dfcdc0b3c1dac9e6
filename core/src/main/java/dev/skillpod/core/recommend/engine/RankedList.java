package dev.skillpod.core.recommend.engine;

import dev.skillpod.core.catalog.Content;
import dev.skillpod.core.model.Stages;
import dev.skillpod.core.recommend.Recommendation;
import dev.skillpod.core.recommend.RecommendationRequest;
import dev.skillpod.core.recommend.candidate.CandidatePool;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.review.Reviews;
import dev.skillpod.core.recommend.diversity.SkillQuota;
import dev.skillpod.core.recommend.explanation.Factors;
import dev.skillpod.core.recommend.explanation.Reasoning;
import dev.skillpod.core.recommend.explanation.Types;
import dev.skillpod.core.recommend.exploration.ExplorationPolicy;
import dev.skillpod.core.recommend.feature.Feature;
import dev.skillpod.core.recommend.feature.FeatureExtractor;
import dev.skillpod.core.recommend.ranking.Relevance;
import dev.skillpod.core.recommend.state.LearnerState;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Ranks a pool for one learner, filters by confidence and explains what is left. One per request. */
final class RankedList {
    /** The part of the score of what it opens the way to that a content takes on. */
    private static final double SHARE_OF_OPENED = 0.5;

    private final LearnerContext context;
    private final ServingModels models;

    private final ExplorationPolicy exploration;
    private final RankingListener listener;
    private final UUID id;
    private final Stages stages;
    private final double evidence;

    /** The estimates so far, by content: what the filter asks of is shown later. */
    private final Map<Integer, Relevance> relevances = new HashMap<>();

    /**
     * Prepares a list.
     *
     * @param exploration what is left to chance
     * @param listener is told what is ranked
     * @param id the list's id, from which chance is drawn
     * @param stages runs the steps
     */
    RankedList(
            LearnerContext context,
            ServingModels models,
            ExplorationPolicy exploration,
            RankingListener listener,
            UUID id,
            Stages stages) {
        this.context = context;
        this.models = models;
        this.exploration = exploration;
        this.listener = listener;
        this.id = id;
        this.stages = stages;
        this.evidence = MeaningOfScores.evidence(context.state());
    }

    private record Ranked(int content, double[] row, double score, double opens) {
        double overall() {
            return score + opens;
        }
    }

    /** A place of the list, before it is explained. */
    private record Place(Ranked ranked, double propensity, boolean explored) {}

    List<Recommendation> items(CandidatePool pool, RecommendationRequest request) {
        List<Ranked> ranking = rank(pool);
        List<Place> places = stages.stage("selection", () -> places(ranking, request));
        return stages.stage("explanation", () -> {
            var reasoning = new Reasoning(context);
            return places.stream()
                    .map(place -> explain(place, pool, reasoning, request.includeExplanations()))
                    .toList();
        });
    }

    private List<Place> places(List<Ranked> ranking, RecommendationRequest request) {
        Predicate<Ranked> sureEnough =
                ranked -> request.minConfidence() == 0 || relevance(ranked).confidence() >= request.minConfidence();
        var quota = new SkillQuota(context.state());
        Optional<Ranked> review = review(ranking, request, sureEnough, quota);
        int wanted = request.maxRecommendations() - (review.isPresent() ? 1 : 0);
        List<Ranked> list = pick(ranking, wanted, sureEnough, quota);
        Predicate<Ranked> others = sureEnough.and(r -> review.isEmpty() || review.get().content != r.content);
        int open = exploration.config().places(list.size());
        boolean explores = exploration.explores(id, list.size());
        int depth = explores ? Math.max(open, exploration.config().depth()) : open;
        List<Ranked> tail = open == 0 ? List.of() : quota.below(ranking, list, wanted, depth, Ranked::content, others);
        double[] scores = tail.stream().mapToDouble(Ranked::overall).toArray();
        ExplorationPolicy.Draw draw = exploration.draw(id, list.size(), scores);
        var places = new ArrayList<Place>();
        for (int i = 0; i < list.size(); i++) {
            boolean explored = i >= draw.kept();
            Ranked ranked = explored ? tail.get(draw.drawn()[i - draw.kept()]) : list.get(i);
            places.add(new Place(ranked, draw.propensities()[i], explored));
        }
        review.ifPresent(r -> insert(r, places));
        return places;
    }

    private static List<Ranked> pick(List<Ranked> ranking, int wanted, Predicate<Ranked> sureEnough, SkillQuota quota) {
        return quota.pick(
                ranking, wanted, Ranked::content, r -> sureEnough.test(r) ? Optional.of(r) : Optional.empty());
    }

    /**
     * Returns what takes a place of its own: when a review is due and the list would hold none, the best ranked review. The ranker
     * was not trained on reviews, so that it would hardly let one through.
     */
    private Optional<Ranked> review(
            List<Ranked> ranking, RecommendationRequest request, Predicate<Ranked> sureEnough, SkillQuota quota) {
        int wanted = request.maxRecommendations();
        if (wanted < 2 || Reviews.due(context.state()).isEmpty()) {
            return Optional.empty();
        }
        Predicate<Ranked> reviews =
                ranked -> Reviews.of(context.state(), ranked.content).isPresent();
        return pick(ranking, wanted - 1, sureEnough, quota).stream().anyMatch(reviews)
                ? Optional.empty()
                : ranking.stream().filter(reviews).filter(sureEnough).findFirst();
    }

    /** Inserts a review where its score belongs; nothing is left to chance about it. */
    private static void insert(Ranked review, List<Place> places) {
        int at = places.size();
        while (at > 0 && places.get(at - 1).ranked.overall() < review.overall()) {
            at--;
        }
        places.add(at, new Place(review, 1, false));
    }

    private List<Ranked> rank(CandidatePool pool) {
        int[] contents = withOpened(pool);
        int width = Feature.count();
        var rows = stages.stage("features", () -> {
            var features = new double[contents.length * width];
            new FeatureExtractor(context, models.progress()).extract(contents, features, 0);
            return features;
        });
        return stages.stage("ranking", () -> sorted(contents, rows, width, pool));
    }

    private List<Ranked> sorted(int[] contents, double[] rows, int width, CandidatePool pool) {
        listener.ranked(rows, contents.length);
        double[] scores = models.ranker().score(rows, contents.length);
        Map<Integer, Double> byContent = new HashMap<>();
        for (int i = 0; i < contents.length; i++) {
            byContent.put(contents[i], scores[i]);
        }
        return IntStream.range(0, pool.contents().length)
                .mapToObj(i -> new Ranked(
                        contents[i],
                        Arrays.copyOfRange(rows, i * width, (i + 1) * width),
                        scores[i],
                        opens(contents[i], scores[i], pool, byContent)))
                .sorted(Comparator.comparingDouble(Ranked::overall).reversed().thenComparingInt(Ranked::content))
                .toList();
    }

    /** Returns the pool's contents first, then those they open the way to, which are scored but never shown. */
    private static int[] withOpened(CandidatePool pool) {
        return IntStream.concat(
                        Arrays.stream(pool.contents()),
                        pool.opens().values().stream().mapToInt(Integer::intValue))
                .distinct()
                .toArray();
    }

    private static double opens(int content, double score, CandidatePool pool, Map<Integer, Double> byContent) {
        Integer opened = pool.opens().get(content);
        Double openedScore = opened == null ? null : byContent.get(opened);
        return openedScore == null ? 0 : Math.max(0, SHARE_OF_OPENED * (openedScore - score));
    }

    private Relevance relevance(Ranked ranked) {
        return relevances.computeIfAbsent(
                ranked.content, content -> models.relevance().estimate(ranked.row, evidence));
    }

    private Recommendation explain(Place place, CandidatePool pool, Reasoning reasoning, boolean withSentence) {
        Ranked ranked = place.ranked;
        Relevance relevance = relevance(ranked);
        Content content = context.state().index().catalog().contents().get(ranked.content);
        Factors factors = Factors.of(models.ranker().contributions(ranked.row), ranked.opens);
        Integer opened = pool.opens().get(ranked.content);
        OptionalInt opens = opened != null && ranked.opens > 0 ? OptionalInt.of(opened) : OptionalInt.empty();
        return new Recommendation(
                content,
                relevance.probability(),
                MeaningOfScores.urgency(context, ranked.content),
                MeaningOfScores.impact(context.state(), ranked.row[Feature.EXPECTED_PROGRESS.ordinal()]),
                relevance.confidence(),
                ranked.overall(),
                Types.of(context, ranked.content, factors, opens.isPresent()),
                targets(content),
                content.prerequisiteIds(),
                place.propensity,
                place.explored,
                withSentence ? reasoning.sentence(ranked.content, factors, opens, place.explored) : null,
                factors.list());
    }

    /** Returns the content's skills that are needed, or all of them when none is. */
    private List<String> targets(Content content) {
        LearnerState state = context.state();
        List<String> all = content.skills().stream().map(s -> s.skillId()).toList();
        List<String> needed = all.stream()
                .filter(id -> {
                    OptionalInt s = state.index().catalog().skillIndex(id);
                    return s.isPresent() && state.needs().gap(s.getAsInt(), state.levels()) > 0;
                })
                .toList();
        return needed.isEmpty() ? all : needed;
    }
}
