package dev.skillpod.app.evaluation;

import dev.skillpod.app.log.IdIndex;
import dev.skillpod.app.tracing.ResponseFile;
import dev.skillpod.core.evaluation.Probabilities;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.Forecasts;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.TracingModel;
import dev.skillpod.core.tracing.ability.AbilityConfig;
import dev.skillpod.core.tracing.ability.AbilityTracer;
import dev.skillpod.core.tracing.baseline.BestLrConfig;
import dev.skillpod.core.tracing.baseline.BestLrTracer;
import dev.skillpod.core.tracing.baseline.ItemRateTracer;
import dev.skillpod.core.tracing.stack.StackConfig;
import dev.skillpod.core.tracing.stack.StackedTracer;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/**
 * Measures tracers on ASSISTments 2009 by learners held out before fitting: first those that were set apart before anything was
 * tuned, then fresh fifths of all learners.
 */
public final class TracingEvaluation implements Evaluation {
    private static final Path FILE = Path.of("paths", "assist09", "preprocessed_data_train.csv");
    /** Draws the learners that were left alone while settings were chosen. */
    private static final long RESERVED = 20_261_126L;

    private static final int SPLITS = 4;
    private static final int REPLICATES = 200;
    /** What is measured on every split; the parts of the stack are measured once. */
    private static final List<String> SPREAD = List.of("item rate", "Best-LR", "stacked");

    @Override
    public String name() {
        return "tracing";
    }

    @Override
    public String description() {
        return "probability of the next correct answer on ASSISTments 2009, new learners";
    }

    @Override
    public long seed() {
        return 42;
    }

    @Override
    public Optional<Path> needs() {
        return Optional.of(FILE);
    }

    private static Map<String, MasteryTracer> tracers() {
        var tracers = new LinkedHashMap<String, MasteryTracer>();
        tracers.put("item rate", new ItemRateTracer());
        tracers.put("Best-LR", new BestLrTracer(BestLrConfig.defaults()));
        tracers.put("ability model", new AbilityTracer(AbilityConfig.defaults()));
        tracers.put("recurrent network", new StackedTracer(StackConfig.defaults(), Optional.empty()));
        tracers.put("stacked", new StackedTracer(StackConfig.defaults(), Optional.of(new LightGbmTrainer())));
        return tracers;
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        ResponseLog log = ResponseFile.read(data.resolve(FILE), new IdIndex(), new IdIndex(), run.progress())
                .log();
        LearnerSplit reserved = LearnerSplit.of(log, new SplittableRandom(RESERVED));
        out.accept(reserved(reserved, run));
        out.accept(spread(log, run));
    }

    /** What a tracer foretold of the held-out learners of a split. */
    private record Measured(ResponseLog test, double[] probabilities, double seconds) {
        static Measured of(MasteryTracer tracer, LearnerSplit split, TrainingRun run) {
            long start = System.nanoTime();
            TracingModel model = tracer.fit(split.train(), run);
            double seconds = (System.nanoTime() - start) / 1e9;
            try (var loop = new ParallelLoop(run.threads())) {
                return new Measured(split.test(), Forecasts.of(model, split.test(), loop), seconds);
            }
        }

        double auc() {
            return Probabilities.auc(probabilities, happened());
        }

        private boolean[] happened() {
            var happened = new boolean[test.size()];
            for (int row = 0; row < happened.length; row++) {
                happened[row] = test.correct(row);
            }
            return happened;
        }

        double calibrationError() {
            return Probabilities.calibrationError(probabilities, happened());
        }

        double logLoss() {
            double sum = 0;
            for (int row = 0; row < probabilities.length; row++) {
                sum -= Math.log(test.correct(row) ? probabilities[row] : 1 - probabilities[row]);
            }
            return sum / probabilities.length;
        }

        /** Returns the AUC's 95 % interval over resampled learners. */
        String interval(RandomGenerator random) {
            var aucs = new double[REPLICATES];
            for (int b = 0; b < REPLICATES; b++) {
                aucs[b] = resampled(random);
            }
            Arrays.sort(aucs);
            return String.format(
                    Locale.ROOT, "[%.4f, %.4f]", aucs[(int) (0.025 * REPLICATES)], aucs[(int) (0.975 * REPLICATES)]);
        }

        private double resampled(RandomGenerator random) {
            var learners = random.ints(test.learners(), 0, test.learners()).toArray();
            int size = Arrays.stream(learners)
                    .map(learner -> test.end(learner) - test.start(learner))
                    .sum();
            var predicted = new double[size];
            var happened = new boolean[size];
            int at = 0;
            for (int learner : learners) {
                for (int row = test.start(learner); row < test.end(learner); row++) {
                    predicted[at] = probabilities[row];
                    happened[at++] = test.correct(row);
                }
            }
            return Probabilities.auc(predicted, happened);
        }
    }

    private static EvaluationTable reserved(LearnerSplit split, TrainingRun run) {
        var rows = new ArrayList<List<String>>();
        tracers().forEach((name, tracer) -> {
            run.progress().report("tracing: " + name, 0, 0);
            Measured measured = Measured.of(tracer, split, quiet(run));
            rows.add(List.of(
                    name,
                    String.format(Locale.ROOT, "%.4f", measured.auc()),
                    measured.interval(run.random("evaluate.tracing.bootstrap")),
                    String.format(Locale.ROOT, "%.4f", measured.logLoss()),
                    String.format(Locale.ROOT, "%.4f", measured.calibrationError()),
                    String.format(Locale.ROOT, "%.1f", measured.seconds())));
        });
        return new EvaluationTable(
                String.format(
                        Locale.ROOT,
                        "ASSISTments 2009, %d learners set apart before tuning, %d responses",
                        split.test().learners(),
                        split.test().size()),
                List.of(String.format(
                        Locale.ROOT,
                        "Fitted to %d responses of %d other learners on %d threads. Published on the test file: Best-LR .762, DKT"
                                + " .75, SAKT .75. The interval resamples learners.",
                        split.train().size(),
                        split.train().learners(),
                        run.threads())),
                List.of("method", "AUC", "95 % interval", "log loss", "calibration error", "fit, s"),
                rows);
    }

    private static EvaluationTable spread(ResponseLog log, TrainingRun run) {
        var splits = new ArrayList<LearnerSplit>();
        for (int s = 0; s < SPLITS; s++) {
            splits.add(LearnerSplit.of(log, run.random("evaluate.tracing.split", s)));
        }
        var rows = new ArrayList<List<String>>();
        tracers().forEach((name, tracer) -> {
            if (!SPREAD.contains(name)) {
                return;
            }
            var aucs = new double[SPLITS];
            for (int s = 0; s < SPLITS; s++) {
                run.progress().report("tracing: split " + (s + 1) + ", " + name, 0, 0);
                aucs[s] = Measured.of(tracer, splits.get(s), quiet(run)).auc();
            }
            rows.add(row(name, aucs));
        });
        var columns = new ArrayList<>(List.of("method"));
        for (int s = 1; s <= SPLITS; s++) {
            columns.add("split " + s);
        }
        columns.addAll(List.of("mean", "standard deviation"));
        return new EvaluationTable(
                "ASSISTments 2009, AUC over " + SPLITS + " random splits of all learners",
                List.of(
                        "A fifth of the learners is held out each time; some of them were among those that settings were"
                                + " chosen with."),
                columns,
                rows);
    }

    private static List<String> row(String name, double[] values) {
        var row = new ArrayList<>(List.of(name));
        for (double value : values) {
            row.add(String.format(Locale.ROOT, "%.4f", value));
        }
        double mean = Arrays.stream(values).average().orElseThrow();
        double variance = Arrays.stream(values)
                        .map(value -> (value - mean) * (value - mean))
                        .sum()
                / (values.length - 1);
        row.add(String.format(Locale.ROOT, "%.4f", mean));
        row.add(String.format(Locale.ROOT, "%.4f", Math.sqrt(variance)));
        return row;
    }

    private static TrainingRun quiet(TrainingRun run) {
        return new TrainingRun(run.seed(), run.threads(), run.asOf(), Progress.SILENT);
    }
}
