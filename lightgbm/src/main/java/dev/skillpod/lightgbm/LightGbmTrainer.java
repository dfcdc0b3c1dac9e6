package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeObjective.LambdaRank;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import dev.skillpod.core.tree.TreeTrainingException;
import io.github.metarank.lightgbm4j.LGBMBooster;
import io.github.metarank.lightgbm4j.LGBMBooster.FeatureImportanceType;
import io.github.metarank.lightgbm4j.LGBMException;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Pattern;

/**
 * Fits trees with native LightGBM 4.3 (Ke et al., NIPS 2017), always in its deterministic mode; thread-safe.
 *
 * <p>One training runs at a time per process, since the native library keeps its number of threads in a global; others wait.
 * Native memory is freed before {@link #fit} returns or throws. Bagging and column draws come from the configuration's seed
 * alone.
 *
 * <p>Early stopping watches the objective's metric on the validation table (NDCG, log loss, mean squared error or pinball
 * loss) and cuts the model back to its best round.
 */
public final class LightGbmTrainer implements TreeTrainer {
    private static final Pattern THREADS = Pattern.compile("(?m)^\\[num_threads: \\d+]\\n");
    private static final ReentrantLock ONE_AT_A_TIME = new ReentrantLock();
    /** Index of the first validation table in LightGBM's numbering; 0 is the training table. */
    private static final int VALIDATION = 1;

    /**
     * {@inheritDoc}
     *
     * @throws MissingNativeLibraryException when LightGBM or the OpenMP runtime it needs cannot be loaded
     */
    @Override
    public String fit(TreeTable train, Optional<TreeTable> validation, TreeConfig config) {
        TableChecks.check(train, validation, config);
        NativeLibrary.load();
        ONE_AT_A_TIME.lock();
        try {
            return train(train, validation.filter(table -> config.earlyStoppingRounds() > 0), config);
        } catch (LGBMException e) {
            throw new TreeTrainingException("LightGBM could not train: " + e.getMessage(), e);
        } finally {
            ONE_AT_A_TIME.unlock();
        }
    }

    private static String train(TreeTable train, Optional<TreeTable> validation, TreeConfig config)
            throws LGBMException {
        String parameters = Parameters.of(config, train);
        try (NativeTable rows = NativeTable.of(train, parameters, null)) {
            if (validation.isEmpty()) {
                try (LGBMBooster booster = LGBMBooster.create(rows.dataset(), parameters)) {
                    return boost(booster, config);
                }
            }
            try (NativeTable held = NativeTable.of(validation.get(), parameters, rows);
                    LGBMBooster booster = LGBMBooster.create(rows.dataset(), parameters)) {
                booster.addValidData(held.dataset());
                return boostUntilWorse(booster, config);
            }
        }
    }

    private static String boost(LGBMBooster booster, TreeConfig config) throws LGBMException {
        boolean finished = false;
        for (int round = 1; round <= config.numTrees() && !finished; round++) {
            finished = booster.updateOneIter();
        }
        return text(booster, 0);
    }

    private static String boostUntilWorse(LGBMBooster booster, TreeConfig config) throws LGBMException {
        BestRound best = new BestRound(config.objective() instanceof LambdaRank, config.earlyStoppingRounds());
        boolean finished = false;
        for (int round = 1; round <= config.numTrees() && !finished; round++) {
            finished = booster.updateOneIter();
            if (!finished) {
                finished = best.stopsAfter(round, booster.getEval(VALIDATION)[0]);
            }
        }
        return text(booster, best.round());
    }

    /** Returns the model's text without the number of threads, which changes nothing else in it. */
    private static String text(LGBMBooster booster, int rounds) throws LGBMException {
        return THREADS.matcher(booster.saveModelToString(0, rounds, FeatureImportanceType.GAIN))
                .replaceFirst("");
    }
}
