package dev.skillpod.core.gap.training;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.ApplicationOutcome;
import dev.skillpod.core.activity.JobPosting;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.gap.effect.EffectFitting;
import dev.skillpod.core.gap.effect.SkillEffects;
import dev.skillpod.core.gap.effect.TrainedEffects;
import dev.skillpod.core.gap.outcome.JobDemands;
import dev.skillpod.core.gap.outcome.OutcomeFitting;
import dev.skillpod.core.gap.outcome.TrainedOutcomes;
import dev.skillpod.core.gap.pay.PayEffects;
import dev.skillpod.core.gap.pay.PayFitting;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.recommend.training.LevelFitting;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Trains what closing gaps is worth, from applications and postings; the steps are those of the package page. Thread-safe. */
public final class GapTrainer {
    private final TreeTrainer trees;

    /** Makes a trainer. */
    public GapTrainer(TreeTrainer trees) {
        this.trees = trees;
    }

    /**
     * Trains on everything before the run's {@code asOf}, levels included.
     *
     * @param log all learners
     * @param postings all job postings
     * @param index the catalogue
     * @param dataSource {@code synthetic}, {@code real} or {@code mixed}
     * @return models of outcomes, of pay, or of both, by what there is enough of
     * @throws TooFewApplicationsException when there is too little of both
     */
    public TrainedGapModels fit(
            ActivityLog log, List<JobPosting> postings, CatalogIndex index, String dataSource, TrainingRun run) {
        List<LearnerHistory> histories = before(log, run);
        run.progress().report("levels", 0, 0);
        LevelModel levels = new LevelFitting(trees, run).fit(histories, index, new RoleMatcher(index));
        return fit(histories, postings, index, levels, dataSource, run);
    }

    /**
     * Trains on everything before the run's {@code asOf}, with a model of levels that was fitted to the same log already.
     *
     * @see #fit(ActivityLog, List, CatalogIndex, String, TrainingRun)
     */
    public TrainedGapModels fit(
            ActivityLog log,
            List<JobPosting> postings,
            CatalogIndex index,
            LevelModel levels,
            String dataSource,
            TrainingRun run) {
        return fit(before(log, run), postings, index, levels, dataSource, run);
    }

    private static List<LearnerHistory> before(ActivityLog log, TrainingRun run) {
        var histories = new ArrayList<LearnerHistory>();
        log.forEachLearner(history -> histories.add(history.before(run.asOf())));
        return histories;
    }

    private TrainedGapModels fit(
            List<LearnerHistory> histories,
            List<JobPosting> postings,
            CatalogIndex index,
            LevelModel levels,
            String dataSource,
            TrainingRun run) {
        List<JobPosting> posted = postings.stream()
                .filter(posting -> posting.postedAt().isBefore(run.asOf()))
                .toList();
        var demands = new JobDemands(posted, index);
        Optional<OutcomeFitting.Result> outcomes =
                new OutcomeFitting(trees, run).fit(histories, demands, index, levels);
        run.progress().report("pay", 0, 0);
        Optional<PayFitting.Result> pay = new PayFitting(index.skillCount()).fit(posted, demands);
        if (outcomes.isEmpty() && pay.isEmpty()) {
            throw new TooFewApplicationsException(histories, posted);
        }
        run.progress().report("effects of skills", 0, 0);
        List<String> ids = index.catalog().skills().stream().map(Skill::id).toList();
        var metrics = new TreeMap<String, Double>();
        outcomes.ifPresent(o -> metrics.putAll(o.metrics()));
        pay.ifPresent(p -> metrics.putAll(p.metrics()));
        TrainedEffects effects = outcomes.map(o -> effects(o, ids)).orElse(null);
        TrainedOutcomes trained = outcomes.map(OutcomeFitting.Result::outcomes).orElse(null);
        PayEffects payEffects = pay.map(PayFitting.Result::effects).orElse(null);
        return new TrainedGapModels(
                ids,
                trained,
                effects,
                payEffects,
                outcomes.map(OutcomeFitting.Result::heldOut).orElse(null),
                provenance(histories, posted, dataSource, metrics, run));
    }

    private static TrainedEffects effects(OutcomeFitting.Result outcomes, List<String> ids) {
        TrainedOutcomes trained = outcomes.outcomes();
        SkillEffects effects = new EffectFitting(outcomes.rows(), ids.size())
                .fit(trained.effects(), trained.intercept(), trained.meanEffect(), outcomes.effectSd());
        return new TrainedEffects(ids, effects, trained.saturation());
    }

    private static Provenance provenance(
            List<LearnerHistory> histories,
            List<JobPosting> postings,
            String dataSource,
            Map<String, Double> metrics,
            TrainingRun run) {
        Instant first = Instant.MAX;
        Instant last = Instant.MIN;
        long outcomes = 0;
        for (LearnerHistory history : histories) {
            for (ApplicationOutcome outcome : history.outcomes()) {
                first = outcome.occurredAt().isBefore(first) ? outcome.occurredAt() : first;
                last = outcome.occurredAt().isAfter(last) ? outcome.occurredAt() : last;
                outcomes++;
            }
        }
        for (JobPosting posting : postings) {
            first = posting.postedAt().isBefore(first) ? posting.postedAt() : first;
            last = posting.postedAt().isAfter(last) ? posting.postedAt() : last;
        }
        return new Provenance(
                "gap-values",
                Instant.now(),
                run.seed(),
                first,
                last.plusMillis(1),
                dataSource,
                Map.of(
                        "learners", (long) histories.size(),
                        "outcomes", outcomes,
                        "postings", (long) postings.size()),
                Map.of(),
                metrics);
    }
}
