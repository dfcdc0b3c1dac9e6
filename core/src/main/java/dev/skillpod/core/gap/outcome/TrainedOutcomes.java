package dev.skillpod.core.gap.outcome;

import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.state.LevelModel;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.Arrays;
import java.util.List;

/**
 * What was learnt of application outcomes, in a form that can be stored: independent of any catalogue snapshot.
 *
 * @param skillIds the skills known at training
 * @param effects per skill, what 20 levels add to the logit of being hired
 * @param usualLevels per skill, the level usually asked for
 * @param meanEffect the same of a skill never seen
 * @param weights intercept, drive, cuts of interview and shortlist; intercept and slope of applying; stretch and shared part
 *     of level errors; floor and ceiling of margins
 * @param treeShares share of the trees at each stage, {@link Stage#VIEWED} first
 * @param calibrations of each stage
 * @param baseline coefficients of the logistic regression
 * @param levels text of the {@link LevelModel}
 * @param trees LightGBM model texts of each stage
 */
public record TrainedOutcomes(
        List<String> skillIds,
        double[] effects,
        float[] usualLevels,
        double meanEffect,
        double[] weights,
        double[] treeShares,
        List<BetaCalibration> calibrations,
        double[] baseline,
        String levels,
        List<String> trees) {
    /** Stages with a model: all but the first. */
    public static final int STAGES = Stage.values().length - 1;

    private static final int WEIGHTS = 10;
    private static final float USUAL_LEVEL = 60;

    /** @throws IllegalArgumentException when the parts do not fit together */
    public TrainedOutcomes {
        skillIds = List.copyOf(skillIds);
        calibrations = List.copyOf(calibrations);
        trees = List.copyOf(trees);
        check("effects", effects, skillIds.size());
        if (usualLevels == null || usualLevels.length != skillIds.size()) {
            throw new IllegalArgumentException("usualLevels must be of " + skillIds.size() + " skills");
        }
        for (float level : usualLevels) {
            if (!(level >= 0 && level <= 100)) {
                throw new IllegalArgumentException("usualLevels must be in [0, 100], was " + level);
            }
        }
        check("meanEffect", new double[] {meanEffect}, 1);
        check("weights", weights, WEIGHTS);
        check("treeShares", treeShares, STAGES);
        check("baseline", baseline, LogisticBaseline.COLUMNS.size() + 1);
        if (calibrations.size() != STAGES || trees.size() != STAGES) {
            throw new IllegalArgumentException("calibrations and trees must be of " + STAGES + " stages, were of "
                    + calibrations.size() + " and " + trees.size());
        }
        if (!(weights[1] >= 0 && weights[2] <= 0 && weights[3] <= weights[2] && weights[5] >= 0 && weights[6] > 0)
                || !(weights[7] >= 0 && weights[7] <= 1 && weights[8] < 0 && weights[9] > 0)) {
            throw new IllegalArgumentException("weights are out of range: " + Arrays.toString(weights));
        }
    }

    /** Returns the logit of being hired for who has just the levels asked for. */
    public double intercept() {
        return weights[0];
    }

    /** Returns where more or less of a skill stops to matter. */
    public Saturation saturation() {
        return new Saturation(weights[8], weights[9]);
    }

    private static void check(String name, double[] values, int size) {
        if (values == null || values.length != size || !Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(name + " must be " + size + " finite numbers");
        }
    }

    /**
     * Binds what was learnt to the catalogue served.
     *
     * @throws IllegalArgumentException when a model text is malformed
     */
    public OutcomeModel bind(CatalogIndex index) {
        LevelModel levelModel = LevelModel.parse(levels);
        var effect = new double[index.skillCount()];
        var usual = new float[effect.length];
        Arrays.fill(effect, meanEffect);
        Arrays.fill(usual, USUAL_LEVEL);
        for (int i = 0; i < skillIds.size(); i++) {
            int at = i;
            index.catalog().skillIndex(skillIds.get(i)).ifPresent(s -> {
                effect[s] = effects[at];
                usual[s] = usualLevels[at];
            });
        }
        var beliefs = new Beliefs(
                index,
                levelModel.spread(),
                LevelErrors.of(levelModel.spread(), weights[6], weights[7]),
                new ApplyWeights(weights[4], weights[5]),
                new SuccessWeights(weights[0], effect, weights[1], weights[2], weights[3], saturation()));
        var stages = new StageModel[STAGES];
        for (int k = 0; k < STAGES; k++) {
            TreeEnsemble ensemble = TreeEnsemble.parse(trees.get(k));
            if (!ensemble.featureNames().equals(OutcomeColumn.names())) {
                throw new IllegalArgumentException(
                        "the outcome model was trained on other columns: " + ensemble.featureNames());
            }
            stages[k] = new StageModel(ensemble, treeShares[k], calibrations.get(k));
        }
        return new OutcomeModel(beliefs, levelModel, usual, stages, new LogisticBaseline(baseline));
    }
}
