package dev.skillpod.app.evaluation;

import dev.skillpod.core.evaluation.Bootstrap;
import dev.skillpod.core.evaluation.Probabilities;
import dev.skillpod.core.gap.outcome.JobDemands;
import dev.skillpod.core.gap.outcome.OutcomeModel;
import dev.skillpod.core.gap.outcome.OutcomeModel.BackTest;
import dev.skillpod.core.gap.outcome.Stage;
import dev.skillpod.core.gap.pay.PayEffects;
import dev.skillpod.core.gap.training.GapTrainer;
import dev.skillpod.core.gap.training.TrainedGapModels;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.lightgbm.LightGbmTrainer;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterTruth;
import dev.skillpod.starter.StarterWorld;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What closing gaps is worth, trained on starter worlds and measured by the simulator's truth. */
public final class GapsEvaluation implements Evaluation {
    private static final Duration LATER = Duration.ofDays(61);
    private static final double[] STRENGTHS = {0, 0.5, 1};

    /** Worlds beside the reported one, for the effects; those of tuning have seeds 1 to 9. */
    private static final int WORLDS = 3;

    private static final int REPLICATES = 500;

    @Override
    public String name() {
        return "gaps";
    }

    @Override
    public String description() {
        return "skill gaps: outcome model, effects of closing, pay, on starter worlds";
    }

    @Override
    public void measure(Path data, TrainingRun run, Consumer<EvaluationTable> out) {
        EmbeddedWorld.with(run, (world, index) -> {
            out.accept(outcomes(world, index, run));
            var effects = new ArrayList<GapEffects>();
            for (double strength : STRENGTHS) {
                for (int i = 0; i < WORLDS; i++) {
                    long seed = run.seed() + i;
                    run.progress().report("effects, strength " + strength + ", seed " + seed, 0, 0);
                    StarterConfig config =
                            StarterConfig.defaults().withSeed(seed).withConfounderStrength(strength);
                    boolean own = i == 0 && strength == world.config().confounderStrength();
                    StarterWorld other = own ? world : StarterWorld.generate(config, world.catalog(), run.threads());
                    TrainedGapModels trained = train(other, index, other.end(), run);
                    effects.add(GapEffects.of(other, index, trained, strength, seed));
                    if (own) {
                        out.accept(pay(other, trained));
                    }
                }
            }
            out.accept(GapEffects.table(effects));
        });
    }

    private static TrainedGapModels train(StarterWorld world, CatalogIndex index, Instant asOf, TrainingRun run) {
        var fit = new TrainingRun(run.seed(), run.threads(), asOf, run.progress());
        return new GapTrainer(new LightGbmTrainer())
                .fit(world.activityLog(), world.postings(), index, "synthetic", fit);
    }

    private static EvaluationTable outcomes(StarterWorld world, CatalogIndex index, TrainingRun run) {
        Instant cut = world.end().minus(LATER);
        TrainedGapModels trained = train(world, index, cut, run);
        OutcomeModel model =
                trained.outcomes() == null ? null : trained.outcomes().bind(index);
        if (model == null) {
            throw new IllegalStateException("the starter world has too few applications");
        }
        var demands = new JobDemands(world.postings(), index);
        List<BackTest> tests = model.backTest(world.histories(), demands, new RoleMatcher(index), cut);
        StarterTruth truth = world.truth();
        boolean[] hired = new boolean[tests.size()];
        var predictions = new LinkedHashMap<String, double[]>();
        for (String name : List.of(
                "simulator's true probability",
                "simulator's formula, true levels, z unknown",
                "simulator's formula, levels as estimated, z unknown",
                "outcome model",
                "cumulative logit alone",
                "logistic regression",
                "match score of the platform")) {
            predictions.put(name, new double[hired.length]);
        }
        for (int i = 0; i < hired.length; i++) {
            BackTest test = tests.get(i);
            String id = test.application().eventId();
            hired[i] = test.application().stage() == Stage.HIRED;
            Double match = test.application().matchScore();
            double[] values = {
                truth.hireProbability(id),
                overDrive(world, z -> truth.hireProbability(id, z)),
                overDrive(world, z -> truth.hireProbability(test.application().jobId(), test.levels(), z)),
                test.outlook().hired(),
                test.logistic(),
                test.baseline(),
                match == null ? 0.5 : match
            };
            int k = 0;
            for (double[] p : predictions.values()) {
                p[i] = values[k++];
            }
        }
        return table(predictions, hired, tests, run);
    }

    /** The mean over z, standard normal, by Gauss-Hermite quadrature at three points. */
    private static double overDrive(StarterWorld world, java.util.function.DoubleUnaryOperator probability) {
        if (world.config().confounderStrength() == 0) {
            return probability.applyAsDouble(0);
        }
        return probability.applyAsDouble(0) * 2 / 3
                + (probability.applyAsDouble(Math.sqrt(3)) + probability.applyAsDouble(-Math.sqrt(3))) / 6;
    }

    private static EvaluationTable table(
            Map<String, double[]> predictions, boolean[] hired, List<BackTest> tests, TrainingRun run) {
        var rows = new ArrayList<List<String>>();
        predictions.forEach((name, p) -> rows.add(List.of(
                name,
                interval(p, hired, Probabilities::auc, run, "auc"),
                interval(p, hired, Probabilities::calibrationError, run, "ece"))));
        long count = IntStream.range(0, hired.length).filter(i -> hired[i]).count();
        return new EvaluationTable(
                "Outcome model, starter world, seed " + run.seed() + ", the last two months",
                List.of(
                        "Trained on what was answered before; " + tests.size() + " later applications, " + count
                                + " of them hired. Brackets: 95 % bootstrap intervals over applications.",
                        "No log tells true levels. The third line is the simulator's formula fed with the levels believed here: what is"
                                + " missing to it is weights; what is missing from it to the second line is levels."),
                List.of("probability of being hired", "AUC", "expected calibration error"),
                rows);
    }

    private interface Measure {
        double of(double[] predicted, boolean[] happened);
    }

    private static String interval(double[] p, boolean[] hired, Measure measure, TrainingRun run, String name) {
        var random = run.random("evaluate.gaps." + name);
        var values = new double[REPLICATES];
        for (int b = 0; b < REPLICATES; b++) {
            var q = new double[p.length];
            var y = new boolean[p.length];
            for (int i = 0; i < p.length; i++) {
                int j = random.nextInt(p.length);
                q[i] = p[j];
                y[i] = hired[j];
            }
            values[b] = measure.of(q, y);
        }
        java.util.Arrays.sort(values);
        return EvaluationTable.interval(
                "%.4f",
                new Bootstrap.Interval(
                        measure.of(p, hired), values[(int) (0.025 * REPLICATES)], values[(int) (0.975 * REPLICATES)]));
    }

    private static EvaluationTable pay(StarterWorld world, TrainedGapModels trained) {
        var rows = new ArrayList<List<String>>();
        Map<String, Double> metrics = trained.provenance().metrics();
        for (String quantile : List.of("10", "50", "90")) {
            rows.add(List.of(
                    "pinball loss of ln pay, quantile 0." + quantile.charAt(0),
                    format("%.4f", metrics.getOrDefault("pay_pinball_" + quantile, Double.NaN)),
                    format("%.4f", metrics.getOrDefault("pay_pinball_" + quantile + "_role", Double.NaN))));
        }
        PayEffects pay = trained.pay();
        if (pay != null) {
            double estimated = 0;
            double truth = 0;
            double covered = 0;
            int count = 0;
            for (int s = 0; s < pay.effect().length; s++) {
                if (pay.known(s)) {
                    double effect = world.truth().payEffect(trained.skillIds().get(s));
                    estimated += pay.effect()[s];
                    truth += effect;
                    covered += Math.abs(effect - pay.effect()[s]) <= 1.96 * pay.error()[s] ? 1 : 0;
                    count++;
                }
            }
            rows.add(List.of(
                    "mean effect of 20 levels on ln pay, " + count + " skills",
                    format("%.4f", estimated / count),
                    format("%.4f", truth / count) + " (true)"));
            rows.add(List.of("coverage of 95 % intervals", format("%.3f", covered / count), "0.950 (nominal)"));
        }
        return new EvaluationTable(
                "Pay model, starter world, postings kept from fitting",
                List.of(
                        "The newest fifth of the postings with pay. Right: the same quantiles of the role, or the truth."),
                List.of("what", "pay model", "role quantiles or truth"),
                rows);
    }

    private static String format(String pattern, double value) {
        return String.format(Locale.ROOT, pattern, value);
    }
}
