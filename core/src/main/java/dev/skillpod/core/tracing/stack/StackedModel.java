package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.model.NumberInput;
import dev.skillpod.core.model.NumberOutput;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.TracingModel;
import dev.skillpod.core.tracing.ability.AbilityModel;
import dev.skillpod.core.tracing.ability.Expectation;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.List;

/** Base models and the trees over them. Immutable and thread-safe. */
public final class StackedModel implements TracingModel {
    private final BaseModels models;
    private final List<TreeEnsemble> trees;
    private final List<String> treeTexts;
    private final Provenance provenance;

    /**
     * Puts a model together.
     *
     * @param trees LightGBM model texts, averaged in log-odds; without any the recurrent network answers
     */
    StackedModel(BaseModels models, List<String> trees, Provenance provenance) {
        this.models = models;
        this.treeTexts = List.copyOf(trees);
        this.trees = trees.stream().map(TreeEnsemble::parse).toList();
        this.provenance = provenance;
    }

    @Override
    public StackedTrace newLearner() {
        return new StackedTrace(this, new StackState(models));
    }

    /** Returns the part that states mastery and half-lives. */
    public AbilityModel abilities() {
        return models.abilities();
    }

    /** Returns the base models as bytes, for {@link #read}. */
    public byte[] bytes() {
        var out = new NumberOutput();
        models.write(out);
        return out.bytes();
    }

    /** Returns the LightGBM model texts over the base models; empty when there are none. */
    public List<String> treeTexts() {
        return treeTexts;
    }

    /**
     * Reads a model.
     *
     * @param bytes what {@link #bytes} returned
     * @param trees what {@link #treeTexts} returned
     * @throws IllegalArgumentException when either is anything else
     */
    public static StackedModel read(byte[] bytes, List<String> trees, Provenance provenance) {
        var in = new NumberInput(bytes);
        BaseModels models = BaseModels.read(in);
        in.end();
        var model = new StackedModel(models, trees, provenance);
        for (TreeEnsemble each : model.trees) {
            if (!each.featureNames().equals(StackFeature.names())) {
                throw new IllegalArgumentException("the trees were trained on other columns: " + each.featureNames());
            }
        }
        return model;
    }

    /** Returns this model with another provenance. */
    public StackedModel with(Provenance other) {
        return new StackedModel(models, treeTexts, other);
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    double predict(StackState state, Question question) {
        if (trees.isEmpty()) {
            return Expectation.logistic(state.recurrentLogit(question));
        }
        var row = new double[StackFeature.values().length];
        state.features(question, row);
        double logit = 0;
        for (TreeEnsemble each : trees) {
            logit += each.predictRaw(row) / trees.size();
        }
        return Expectation.logistic(logit);
    }
}
