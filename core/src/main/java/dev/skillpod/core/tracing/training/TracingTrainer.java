package dev.skillpod.core.tracing.training;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ResponseLogBuilder;
import dev.skillpod.core.tracing.ability.AbilityConfig;
import dev.skillpod.core.tracing.ability.AbilityTracer;
import dev.skillpod.core.tracing.baseline.BestLrConfig;
import dev.skillpod.core.tracing.baseline.BestLrTracer;
import dev.skillpod.core.tracing.level.LevelScale;
import dev.skillpod.core.tracing.stack.StackConfig;
import dev.skillpod.core.tracing.stack.StackedModel;
import dev.skillpod.core.tracing.stack.StackedTracer;
import dev.skillpod.core.tree.TreeTrainer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Trains mastery tracing on the log of events. A fifth of the learners is set apart to measure the model and its baselines; what is
 * returned is then fitted to all. How much abilities differ between the skills of one learner, and whether weaknesses
 * fade as strengths do (by answers after half a day or more), is chosen inside the training part.
 * Stateless and thread-safe; deterministic for any number of threads.
 */
public final class TracingTrainer {
    /** Answers needed. */
    public static final int FEWEST_ANSWERS = 1_000;

    /** Learners needed who answered. */
    public static final int FEWEST_LEARNERS = 50;

    /** Right answers needed, and wrong ones. */
    public static final int FEWEST_OF_EITHER = 100;

    /** The answers that are fitted to at most; of more, whole learners are left out at random. */
    public static final int MOST_ANSWERS = 250_000;

    /** Answers on which the spread of skills is chosen. */
    private static final int CHOOSING = 20_000;

    private static final int PARTS = 5;

    /** Prior variances of the ability in a skill that are tried, in log-odds. */
    private static final List<Double> SKILL_VARIANCES = List.of(0.1667, 0.6, 1.8);

    private static final double DRIFT_SHARE = 0.12;

    private final TreeTrainer trees;

    /** Creates a trainer. */
    public TracingTrainer(TreeTrainer trees) {
        this.trees = trees;
    }

    /**
     * Trains.
     *
     * @param log of all learners; answers from the run's {@code asOf} on are left out
     * @param source {@code real}, {@code synthetic} or {@code mixed}
     * @throws TooFewAnswersException when there is not enough to train on, or only right or only wrong answers
     */
    public TrainedTracing fit(ActivityLog log, String source, TrainingRun run) {
        run.progress().report("collecting answers", 0, 0);
        var rows = new AnswerRows(run.asOf());
        log.forEachLearner(rows::add);
        if (rows.right() + rows.wrong() < FEWEST_ANSWERS
                || rows.learners() < FEWEST_LEARNERS
                || Math.min(rows.right(), rows.wrong()) < FEWEST_OF_EITHER) {
            throw new TooFewAnswersException(rows.right(), rows.wrong(), rows.learners());
        }
        double share = Math.min(1, MOST_ANSWERS / (double) (rows.right() + rows.wrong()));
        IntPredicate used = learner -> run.random("tracing.used", learner).nextDouble() < share;
        IntPredicate apart = learner -> run.random("tracing.apart", learner).nextInt(PARTS) == 0;
        ResponseLog train = log(rows, learner -> used.test(learner) && !apart.test(learner), source, Integer.MAX_VALUE);
        ResponseLog test = log(rows, learner -> used.test(learner) && apart.test(learner), source, Integer.MAX_VALUE);
        if (!bothOutcomes(train) || !bothOutcomes(test)) {
            throw new TooFewAnswersException(rows.right(), rows.wrong(), rows.learners());
        }
        StackConfig config = config(rows, used, apart, source, run);
        run.progress().report("measuring on learners set apart", 0, 0);
        var metrics = new HashMap<String, Double>();
        TrainingRun quiet = quiet(run);
        HeldOutAnswers.of(tracer(config).fit(train, quiet), test, run.threads()).report("", metrics);
        HeldOutAnswers.of(new BestLrTracer(BestLrConfig.defaults()).fit(train, quiet), test, run.threads())
                .report("best_lr_", metrics);
        HeldOutAnswers.baseRate(train, test).report("base_rate_", metrics);
        ResponseLog all = log(rows, used, source, Integer.MAX_VALUE);
        StackedModel model = tracer(config).fit(all, run);
        Optional<LevelScale> scale = rows.levels().fit(model.abilities().difficulties());
        scale.ifPresent(s -> metrics.put("levels_per_log_odds", 1 / s.slope()));
        return new TrainedTracing(
                rows.itemIds(),
                rows.skillIds(),
                model.with(provenance(
                        model.provenance(), metrics, test.size(), rows.levels().size())),
                scale.orElse(null));
    }

    private StackedTracer tracer(StackConfig config) {
        return new StackedTracer(config, Optional.of(trees));
    }

    private static TrainingRun quiet(TrainingRun run) {
        return new TrainingRun(run.seed(), run.threads(), run.asOf(), Progress.SILENT);
    }

    /** Returns the settings, with the spread of skills and the kind of forgetting that foretell a part of the training learners best. */
    private static StackConfig config(
            AnswerRows rows, IntPredicate used, IntPredicate apart, String source, TrainingRun run) {
        run.progress().report("choosing how much skills differ", 0, 0);
        IntPredicate training = learner -> used.test(learner) && !apart.test(learner);
        IntPredicate judging = learner -> run.random("tracing.judge", learner).nextInt(4) == 0;
        ResponseLog fitted = log(rows, learner -> training.test(learner) && !judging.test(learner), source, CHOOSING);
        ResponseLog judged =
                log(rows, learner -> training.test(learner) && judging.test(learner), source, CHOOSING / 3);
        StackConfig defaults = StackConfig.defaults();
        AbilityConfig best = SKILL_VARIANCES.stream()
                .map(variance -> defaults.ability().withSkills(variance, DRIFT_SHARE * variance))
                .min(Comparator.comparingDouble(
                        tried -> forecasts(tried, fitted, judged, run).logLoss()))
                .orElseThrow();
        AbilityConfig oneSided = best.withStrengthsOnly();
        if (forecasts(oneSided, fitted, judged, run).logLossAfterGaps()
                < forecasts(best, fitted, judged, run).logLossAfterGaps()) {
            best = oneSided;
        }
        return new StackConfig(best, defaults.recurrence(), defaults.trees(), defaults.folds(), defaults.bags());
    }

    private static HeldOutAnswers forecasts(
            AbilityConfig tried, ResponseLog fitted, ResponseLog judged, TrainingRun run) {
        return HeldOutAnswers.of(new AbilityTracer(tried).fit(fitted, quiet(run)), judged, run.threads());
    }

    /** Returns the answers of chosen learners; no more learners once there are {@code most} answers. Numbers stay as they are. */
    private static ResponseLog log(AnswerRows rows, IntPredicate chosen, String source, int most) {
        var builder = new ResponseLogBuilder()
                .atLeast(rows.itemIds().size(), rows.skillIds().size());
        int next = 0;
        for (int learner = 0; learner < rows.learners() && builder.size() < most; learner++) {
            if (chosen.test(learner)) {
                rows.copy(learner, next++, builder);
            }
        }
        return builder.build(source);
    }

    private static boolean bothOutcomes(ResponseLog log) {
        boolean right = false;
        boolean wrong = false;
        for (int row = 0; row < log.size(); row++) {
            right |= log.correct(row);
            wrong |= !log.correct(row);
        }
        return right && wrong;
    }

    private static Provenance provenance(Provenance fitted, HashMap<String, Double> metrics, int apart, int beside) {
        var counts = new HashMap<>(fitted.rowCounts());
        counts.put("responses_set_apart", (long) apart);
        counts.put("responses_beside_a_level", (long) beside);
        return new Provenance(
                fitted.algorithm(),
                fitted.trainedAt(),
                fitted.seed(),
                fitted.dataFrom(),
                fitted.dataUntil(),
                fitted.dataSource(),
                counts,
                fitted.parameters(),
                metrics);
    }
}
