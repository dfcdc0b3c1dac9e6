package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.catalog.Skill;
import dev.skillpod.core.evaluation.Probabilities;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.recommend.state.RoleMatcher;
import dev.skillpod.core.tree.TreeConfig;
import dev.skillpod.core.tree.TreeEnsemble;
import dev.skillpod.core.tree.TreeObjective;
import dev.skillpod.core.tree.TreeTable;
import dev.skillpod.core.tree.TreeTrainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Trains the outcome model. The newest fifth of the applications is kept from a first fit: it chooses how far to trust the
 * trees, calibrates, and is measured on; beliefs and trees are then fitted to everything.
 */
public final class OutcomeFitting {
    private static final double KEPT = 0.2;
    private static final int LEAST = 300;
    private static final int LEAST_KEPT = 40;
    private static final double[] TREE_SHARES = {0, 0.15, 0.3, 0.5, 0.75, 1};

    private final TreeTrainer trees;
    private final TrainingRun run;

    /** Prepares a fit. */
    public OutcomeFitting(TreeTrainer trees, TrainingRun run) {
        this.trees = trees;
        this.run = run;
    }

    /**
     * What training brings forth.
     *
     * @param outcomes the model
     * @param rows every application with what was known when it was sent, under the final beliefs
     * @param histories the learners of the rows, by position
     * @param effectSd by how much the effects of skills vary
     * @param metrics measured on what was kept from fitting
     * @param heldOut what was given to what was kept
     */
    public record Result(
            TrainedOutcomes outcomes,
            List<ApplicationRow> rows,
            List<LearnerHistory> histories,
            double effectSd,
            Map<String, Double> metrics,
            HeldOutChances heldOut) {}

    /**
     * Fits the model.
     *
     * @param histories all learners, with nothing at or after the run's {@code asOf}
     * @return empty when the log holds too few answered applications
     */
    public Optional<Result> fit(
            List<LearnerHistory> histories, JobDemands jobs, CatalogIndex index, LevelModel levels) {
        List<Applicant> applicants = Applicant.of(histories, jobs, index, new RoleMatcher(index), levels);
        List<Instant> sent = applicants.stream()
                .flatMap(a -> a.byTime().stream())
                .map(Application::appliedAt)
                .sorted()
                .toList();
        if (sent.size() < LEAST) {
            return Optional.empty();
        }
        Instant cut = sent.get((int) ((1 - KEPT) * sent.size()));
        run.progress().report("what applications tell of learners", 0, 0);
        SuccessFitting.Fitted early = new SuccessFitting(applicants, cut, index).fit(levels.spread());
        List<ApplicationRow> rows = OutcomeRows.of(applicants, early.beliefs());
        List<ApplicationRow> fitting = filter(rows, a -> a.answeredAt().isBefore(cut));
        List<ApplicationRow> kept = filter(rows, a -> !a.appliedAt().isBefore(cut));
        if (!bothClasses(fitting) || !bothClasses(kept)) {
            return Optional.empty();
        }
        run.progress().report("stages of applications", 0, 0);
        var metrics = new TreeMap<String, Double>();
        var shares = new double[TrainedOutcomes.STAGES];
        var calibrations = new ArrayList<BetaCalibration>();
        List<LearnerHistory> learners =
                applicants.stream().map(Applicant::history).toList();
        HeldOutChances heldOut = HeldOutChances.of(List.of(), learners, new double[0]);
        for (int k = 0; k < shares.length; k++) {
            Stage stage = Stage.values()[k + 1];
            TreeEnsemble ensemble = TreeEnsemble.parse(treeText(fitting, stage));
            List<ApplicationRow> concerned = concerned(kept, stage);
            boolean[] came = came(concerned, stage);
            shares[k] = stage == Stage.HIRED ? share(ensemble, concerned, came) : 1;
            double[] raw = raw(new StageModel(ensemble, shares[k], BetaCalibration.identity()), concerned);
            calibrations.add(BetaCalibration.fit(raw, came));
            if (stage == Stage.HIRED) {
                double[] calibrated = calibratedByHalves(raw, came, concerned);
                measure(raw, calibrated, came, concerned, LogisticBaseline.fit(fitting), metrics);
                heldOut = HeldOutChances.of(concerned, learners, calibrated);
            }
        }
        run.progress().report("what all applications tell of learners", 0, 0);
        SuccessFitting.Fitted all = new SuccessFitting(applicants, Instant.MAX, index).refine(early);
        List<ApplicationRow> allRows = OutcomeRows.of(applicants, all.beliefs());
        List<String> texts = IntStream.rangeClosed(1, TrainedOutcomes.STAGES)
                .mapToObj(k -> treeText(allRows, Stage.values()[k]))
                .toList();
        metrics.put("applications", (double) allRows.size());
        Beliefs beliefs = all.beliefs();
        var outcomes = new TrainedOutcomes(
                index.catalog().skills().stream().map(Skill::id).toList(),
                beliefs.success().effect(),
                jobs.usual(),
                all.meanEffect(),
                new double[] {
                    beliefs.success().intercept(),
                    beliefs.success().drive(),
                    beliefs.success().interviewed(),
                    beliefs.success().shortlisted(),
                    beliefs.apply().intercept(),
                    beliefs.apply().shortfall(),
                    SuccessFitting.STRETCH,
                    SuccessFitting.SHARED_PART,
                    beliefs.success().saturation().floor(),
                    beliefs.success().saturation().ceiling()
                },
                shares,
                calibrations,
                LogisticBaseline.fit(allRows).coefficients(),
                levels.text(),
                texts);
        return Optional.of(new Result(outcomes, allRows, learners, all.effectSd(), metrics, heldOut));
    }

    private static List<ApplicationRow> filter(List<ApplicationRow> rows, Predicate<Application> wanted) {
        return rows.stream().filter(row -> wanted.test(row.application())).toList();
    }

    private static boolean bothClasses(List<ApplicationRow> rows) {
        long hired = rows.stream().filter(ApplicationRow::hired).count();
        return rows.size() >= LEAST_KEPT && hired >= 10 && rows.size() - hired >= 10;
    }

    /** Returns the applications that came to no later stage than this one. */
    private static List<ApplicationRow> concerned(List<ApplicationRow> rows, Stage stage) {
        return filter(rows, a -> a.stage().compareTo(stage) <= 0);
    }

    private static boolean[] came(List<ApplicationRow> rows, Stage stage) {
        var came = new boolean[rows.size()];
        for (int i = 0; i < came.length; i++) {
            came[i] = rows.get(i).application().stage() == stage;
        }
        return came;
    }

    private static double[] raw(StageModel model, List<ApplicationRow> rows) {
        return rows.stream().mapToDouble(row -> model.raw(row.columns())).toArray();
    }

    private static double share(TreeEnsemble ensemble, List<ApplicationRow> rows, boolean[] came) {
        double best = 0;
        double least = Double.POSITIVE_INFINITY;
        for (double share : TREE_SHARES) {
            double[] p = raw(new StageModel(ensemble, share, BetaCalibration.identity()), rows);
            BetaCalibration calibration = BetaCalibration.fit(p, came);
            double loss = 0;
            for (int i = 0; i < p.length; i++) {
                double q = calibration.probability(p[i]);
                loss -= Math.log(came[i] ? q : 1 - q);
            }
            if (loss < least - 0.5) {
                least = loss;
                best = share;
            }
        }
        return best;
    }

    /** Calibrates by halves of the learners, each on the other half. */
    private static double[] calibratedByHalves(double[] raw, boolean[] came, List<ApplicationRow> rows) {
        var calibrated = new double[raw.length];
        for (int half = 0; half < 2; half++) {
            int part = half;
            int[] other = IntStream.range(0, raw.length)
                    .filter(i -> rows.get(i).learner() % 2 != part)
                    .toArray();
            var p = new double[other.length];
            var y = new boolean[other.length];
            for (int i = 0; i < other.length; i++) {
                p[i] = raw[other[i]];
                y[i] = came[other[i]];
            }
            BetaCalibration calibration = BetaCalibration.fit(p, y);
            for (int i = 0; i < raw.length; i++) {
                if (rows.get(i).learner() % 2 == part) {
                    calibrated[i] = calibration.probability(raw[i]);
                }
            }
        }
        return calibrated;
    }

    private static void measure(
            double[] raw,
            double[] calibrated,
            boolean[] came,
            List<ApplicationRow> rows,
            LogisticBaseline baseline,
            Map<String, Double> metrics) {
        double[] logistic = rows.stream()
                .mapToDouble(row -> baseline.probability(row.columns()))
                .toArray();
        metrics.put("hired_auc", Probabilities.auc(raw, came));
        metrics.put("hired_calibration_error", Probabilities.calibrationError(calibrated, came));
        metrics.put("hired_auc_logistic", Probabilities.auc(logistic, came));
        metrics.put("hired_calibration_error_logistic", Probabilities.calibrationError(logistic, came));
        metrics.put("applications_kept", (double) raw.length);
    }

    private String treeText(List<ApplicationRow> all, Stage stage) {
        List<ApplicationRow> rows = concerned(all, stage);
        int width = OutcomeColumn.count();
        var features = new double[rows.size() * width];
        var labels = new float[rows.size()];
        for (int i = 0; i < labels.length; i++) {
            System.arraycopy(rows.get(i).columns(), 0, features, i * width, width);
            labels[i] = rows.get(i).application().stage() == stage ? 1 : 0;
        }
        TreeConfig config = TreeConfig.defaults(new TreeObjective.Binary()).with(c -> {
            c.numTrees = 60;
            c.numLeaves = 6;
            c.learningRate = 0.07;
            c.minDataInLeaf = Math.clamp(labels.length / 60, 10, 80);
            c.featureFraction = 0.7;
            c.lambdaL2 = 5;
            c.maxBin = 63;
            c.seed = run.seed();
        });
        return trees.fit(TreeTable.of(OutcomeColumn.names(), features, labels), Optional.empty(), config);
    }
}
