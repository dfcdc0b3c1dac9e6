package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.LearnerContext;
import dev.skillpod.core.recommend.candidate.als.Taste;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LearnerState;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.ContentStatistics;
import dev.skillpod.core.recommend.statistics.MarketDemand;
import dev.skillpod.core.recommend.statistics.StatisticsTimeline;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Fits what learners can do and what contents bring, as the recommender's training does, but nothing else: to some of the learners, so
 * that it can be held against measurements of the others. Thread-safe.
 */
public final class LearnerModelTrainer {
    private final TreeTrainer trees;
    private final TrainingConfig config;

    /** Makes a trainer. */
    public LearnerModelTrainer(TreeTrainer trees, TrainingConfig config) {
        this.trees = trees;
        this.config = config;
    }

    /**
     * What was fitted.
     *
     * @param levels what a profile lets expect of levels
     * @param progress the part of a promise that is kept
     * @param statistics how contents did, in the catalogue's order; of ratings, completions and efficiency only
     */
    public record LearnerModel(LevelModel levels, ProgressModel progress, ContentStatistics statistics) {}

    /** Fits to some learners, to everything before the run's {@code asOf}. */
    public LearnerModel fit(List<LearnerHistory> learners, CatalogIndex index, TrainingRun run) {
        List<LearnerHistory> histories =
                learners.stream().map(l -> l.before(run.asOf())).toList();
        List<LearnerHistory> done =
                histories.stream().map(LearnerModelTrainer::withoutImpressions).toList();
        var roles = new RoleMatcher(index);
        LevelModel levels = new LevelFitting(trees, run).fit(histories, index, roles);
        Instant end = end(done);
        StatisticsTimeline statistics = StatisticsTimeline.replay(done, index.catalog(), List.of(), end);
        var reader = new ShownLists(index.catalog(), config.outcomeHorizon());
        var lists = new ArrayList<ShownList>();
        histories.forEach(history -> lists.addAll(reader.read(history, Instant.MIN, end)));
        var rises = MeasuredRises.of(
                lists,
                list -> context(list, levels, statistics, roles, index),
                levels.spread().measurement());
        var progress = ProgressModel.parse(rises.fit(trees, run.seed()));
        ContentStatistics latest = StatisticsTimeline.replay(done, index.catalog(), rises.beside(progress), end)
                .latest();
        return new LearnerModel(levels, progress, latest);
    }

    private static LearnerContext context(
            ShownList list, LevelModel levels, StatisticsTimeline statistics, RoleMatcher roles, CatalogIndex index) {
        Taste unknown = Taste.unknown(index.contentCount());
        return new LearnerContext(
                LearnerState.of(index, roles, levels, list.history(), List.of(), list.at()),
                unknown,
                unknown,
                unknown,
                statistics.at(list.at()),
                MarketDemand.unknown(index.skillCount()));
    }

    private static Instant end(List<LearnerHistory> histories) {
        return histories.stream()
                .flatMap(h -> h.engagements().stream())
                .map(e -> e.occurredAt())
                .max(Instant::compareTo)
                .orElse(Instant.EPOCH)
                .plusMillis(1);
    }

    private static LearnerHistory withoutImpressions(LearnerHistory history) {
        return new LearnerHistory(
                history.learner(),
                history.profile(),
                history.engagements().stream()
                        .filter(e -> e.type() != EngagementType.IMPRESSION)
                        .toList(),
                history.assessments(),
                history.signals(),
                history.outcomes());
    }
}
