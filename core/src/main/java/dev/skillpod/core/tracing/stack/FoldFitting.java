package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.ability.AbilityModel;
import dev.skillpod.core.tracing.ability.AbilityTrainer;
import dev.skillpod.core.tracing.recurrence.RecurrentModel;
import dev.skillpod.core.tracing.recurrence.RecurrentTrainer;
import dev.skillpod.core.tree.TreeTable;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Fits base models with and without folds of learners.
 *
 * <p>A recurrent network learns what the ability model misses of learners it was not fitted to. So the network that leaves out
 * fold f traces a learner of fold g by the ability model that leaves out both.
 */
final class FoldFitting {
    private final ResponseLog log;
    private final StackConfig config;
    private final TrainingRun run;
    private final ParallelLoop loop;
    private final int[] foldOf;
    /** Ability models that leave out two folds, which may be the same one; by fold and fold. */
    private final AbilityModel[][] without;

    private final BaseModels[] models;

    FoldFitting(ResponseLog log, StackConfig config, TrainingRun run, ParallelLoop loop) {
        this.log = log;
        this.config = config;
        this.run = run;
        this.loop = loop;
        foldOf = new int[log.learners()];
        for (int learner = 0; learner < foldOf.length; learner++) {
            foldOf[learner] = run.random("tracing.folds", learner).nextInt(config.folds());
        }
        without = new AbilityModel[config.folds()][config.folds()];
        models = new BaseModels[config.folds()];
    }

    /**
     * Fits the models of all learners, and those that leave out a fold.
     *
     * @param forTrees whether {@link #rows} will be asked for
     * @return the models of all learners
     */
    BaseModels fit(boolean forTrees) {
        int folds = config.folds();
        var trainer = new AbilityTrainer(config.ability());
        run.progress().report("fitting abilities and half-lives", 0, 0);
        AbilityModel all = trainer.fit(log, learners(learner -> true));
        loop.forEach(folds * folds, cell -> {
            int f = cell / folds;
            int g = cell % folds;
            if (f == g || forTrees && f < g) {
                int[] others = learners(learner -> foldOf[learner] != f && foldOf[learner] != g);
                AbilityModel fitted = trainer.fit(log, others, all.forgetting());
                without[f][g] = fitted;
                without[g][f] = fitted;
            }
        });
        run.progress().report("fitting recurrent networks", 0, 0);
        var whole = new BaseModels[1];
        loop.forEach(forTrees ? folds + 1 : 1, task -> {
            if (task == 0) {
                whole[0] = fit(learner -> true, all, folds, learner -> without[foldOf[learner]][foldOf[learner]]);
            } else {
                int fold = task - 1;
                models[fold] = fit(
                        learner -> foldOf[learner] != fold,
                        without[fold][fold],
                        fold,
                        learner -> without[fold][foldOf[learner]]);
            }
        });
        return whole[0];
    }

    private BaseModels fit(IntPredicate used, AbilityModel abilities, int stream, IntFunction<AbilityModel> unseen) {
        int[] learners = learners(used);
        RecurrentModel recurrence = new RecurrentTrainer(config.recurrence())
                .fit(log, learners, unseen, run.random("tracing.recurrence", stream));
        return new BaseModels(abilities, recurrence, ResponseStatistics.count(log, learners, abilities));
    }

    private int[] learners(IntPredicate used) {
        return IntStream.range(0, log.learners()).filter(used).toArray();
    }

    /** Returns the trees' rows, in the order of the log: each by models that did not see its learner. */
    TreeTable rows() {
        run.progress().report("writing the trees' rows", 0, 0);
        int width = StackFeature.values().length;
        var features = new double[Math.multiplyExact(log.size(), width)];
        var labels = new float[log.size()];
        loop.forEachRange(log.learners(), (from, to) -> {
            var row = new double[width];
            for (int learner = from; learner < to; learner++) {
                var state = new StackState(models[foldOf[learner]]);
                for (int at = log.start(learner); at < log.end(learner); at++) {
                    state.features(log.question(at), row);
                    System.arraycopy(row, 0, features, at * width, width);
                    labels[at] = log.correct(at) ? 1 : 0;
                    state.answer(log.question(at), log.correct(at));
                }
            }
        });
        return TreeTable.of(StackFeature.names(), features, labels);
    }
}
