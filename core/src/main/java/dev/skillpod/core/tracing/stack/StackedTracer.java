package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Fits stacked models. Base models are fitted to all learners and, for the trees' rows, once per fold without that fold's
 * learners. Immutable and thread-safe; the same log and seed give the same model for any number of threads.
 *
 * <p>Half-lives are fitted once to all learners: that is one number per skill, strongly shrunk, which no learner's own answers
 * move by much.
 */
public final class StackedTracer implements MasteryTracer {
    private final StackConfig config;
    private final Optional<TreeTrainer> trainer;
    private final InstantSource clock;

    /**
     * Creates a tracer on the system's clock.
     *
     * @param trainer fits the trees; without one, and for logs too small for a single split, the recurrent network answers
     */
    public StackedTracer(StackConfig config, Optional<TreeTrainer> trainer) {
        this(config, trainer, InstantSource.system());
    }

    /** Creates a tracer; {@code clock} says when a training ended. */
    public StackedTracer(StackConfig config, Optional<TreeTrainer> trainer, InstantSource clock) {
        this.config = config;
        this.trainer = trainer;
        this.clock = clock;
    }

    @Override
    public StackedModel fit(ResponseLog log, TrainingRun run) {
        if (log.size() == 0) {
            throw new IllegalArgumentException("log must hold at least one response");
        }
        if (log.until().isAfter(run.asOf())) {
            throw new IllegalArgumentException(
                    "log until " + log.until() + " must not reach beyond the run's asOf " + run.asOf());
        }
        try (var loop = new ParallelLoop(run.threads())) {
            var fitting = new FoldFitting(log, config, run, loop);
            boolean boosted = trainer.isPresent() && canSplit(log);
            BaseModels models = fitting.fit(boosted);
            List<String> trees = new ArrayList<>();
            if (boosted) {
                TreeTable rows = fitting.rows();
                for (int bag = 0; bag < config.bags(); bag++) {
                    run.progress().report("boosting trees", bag, config.bags());
                    long seed = run.random("tracing.trees", bag).nextLong();
                    TreeConfig settings = config.trees().with(c -> {
                        c.threads = run.threads();
                        c.seed = seed;
                    });
                    trees.add(trainer.orElseThrow().fit(rows, Optional.empty(), settings));
                }
            }
            return new StackedModel(models, trees, provenance(log, run));
        }
    }

    /** Whether the rows drawn for a tree suffice for two leaves: where they do not, trees have nothing to say. */
    private boolean canSplit(ResponseLog log) {
        return log.size() * config.trees().baggingFraction()
                >= 2.0 * config.trees().minDataInLeaf();
    }

    private Provenance provenance(ResponseLog log, TrainingRun run) {
        return new Provenance(
                "stacked-tracer",
                clock.instant(),
                run.seed(),
                log.from(),
                log.until(),
                log.source(),
                Map.of(
                        "learners", (long) log.learners(),
                        "items", (long) log.items(),
                        "skills", (long) log.skills(),
                        "responses", (long) log.size()),
                config.parameters(),
                Map.of());
    }
}
