package dev.skillpod.core.recommend.training;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.DemandPoint;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.TasteModel;
import dev.skillpod.core.recommend.candidate.itemitem.ItemItemTrainer;
import dev.skillpod.core.recommend.ranking.ProgressModel;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.statistics.DemandTimeline;
import dev.skillpod.core.recommend.statistics.StatisticsTimeline;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The log as fitting and judging see it: cut into windows, with everything that rows are made from and that is older than they
 * are. Nothing in here was fitted to the lists that are held out.
 *
 * @param histories all learners before the run's {@code asOf}
 * @param index the catalogue
 * @param window the spans of time
 * @param untrained what rows are made from, before levels and measured rises are known
 * @param config the settings
 */
record PreparedLog(
        List<LearnerHistory> histories,
        CatalogIndex index,
        Window window,
        ImpressionRows.Sources untrained,
        TrainingConfig config) {

    static PreparedLog of(
            ActivityLog log,
            List<DemandPoint> demand,
            CatalogIndex index,
            String dataSource,
            TrainingConfig config,
            TrainingRun run) {
        Catalog catalog = index.catalog();
        run.progress().report("reading the log", 0, 0);
        var histories = new ArrayList<LearnerHistory>();
        log.forEachLearner(history -> histories.add(history.before(run.asOf())));
        Window window = Window.of(histories, config);

        run.progress().report("statistics of contents", 0, 0);
        StatisticsTimeline statistics = StatisticsTimeline.replay(
                histories, catalog, List.of(), window.end().plusMillis(1));
        run.progress().report("collaborative filtering on the past", 0, 0);
        PastActivity past = PastActivity.before(window.rankingStart(), histories, index);
        Interests.Tastes tastes =
                Interests.fit(past, index, window.start(), window.rankingStart(), dataSource, config.als(), run);
        var itemItem = new ItemItemTrainer(config.itemItem());
        int contents = index.contentCount();
        var sources = new ImpressionRows.Sources(
                index,
                new RoleMatcher(index),
                LevelModel.untrained(),
                new TasteModel(
                        tastes.als(), tastes.map(), IntStream.range(0, contents).toArray(), index),
                itemItem.fitTogether(past.sequences(), run).of(contents),
                itemItem.fitNext(past.sequences(), run).of(contents),
                statistics,
                new DemandTimeline(demand, catalog));
        return new PreparedLog(histories, index, window, sources, config);
    }

    /** Returns the lists of the ranking window before the held-out part, the newest ones, in the order of the learners. */
    List<ShownList> fitting() {
        return newest(lists(window.rankingStart(), window.end()).stream()
                .filter(l -> l.at().isBefore(window.validationStart()))
                .toList());
    }

    /** Returns the lists kept from fitting. */
    List<ShownList> held() {
        return lists(window.rankingStart(), window.end()).stream()
                .filter(l -> !l.at().isBefore(window.validationStart()) && l.at().isBefore(window.validationEnd()))
                .toList();
    }

    /** Returns the sources with the levels of a model, its statistics corrected by what rose beyond its expectations. */
    ImpressionRows.Sources sources(LevelModel levels, ProgressModel progress) {
        ImpressionRows.Sources sources = untrained.with(levels);
        List<StatisticsTimeline.Rise> rises =
                MeasuredRises.of(lists(window.start(), window.end()), sources).beside(progress);
        return sources.with(StatisticsTimeline.replay(
                histories, index.catalog(), rises, window.end().plusMillis(1)));
    }

    List<ShownList> lists(Instant from, Instant until) {
        var reader = new ShownLists(index.catalog(), config.outcomeHorizon());
        var lists = new ArrayList<ShownList>();
        for (LearnerHistory history : histories) {
            lists.addAll(reader.read(history, from, until));
        }
        return lists;
    }

    /** Keeps the newest lists and their order by learner. */
    private List<ShownList> newest(List<ShownList> lists) {
        if (lists.size() <= config.maxLists()) {
            return lists;
        }
        Instant oldest = lists.stream()
                .map(ShownList::at)
                .sorted(Comparator.reverseOrder())
                .skip(config.maxLists() - 1L)
                .findFirst()
                .orElse(Instant.MIN);
        return lists.stream().filter(l -> !l.at().isBefore(oldest)).toList();
    }
}
