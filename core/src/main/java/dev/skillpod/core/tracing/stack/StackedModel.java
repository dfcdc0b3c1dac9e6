package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.TracingModel;
import dev.skillpod.core.tracing.ability.Expectation;
import dev.skillpod.core.tree.TreeEnsemble;
import java.util.List;

/** Base models and the trees over them. Immutable and thread-safe. */
public final class StackedModel implements TracingModel {
    private final BaseModels models;
    private final List<TreeEnsemble> trees;
    private final Provenance provenance;

    /**
     * Puts a model together.
     *
     * @param trees averaged in log-odds; without any the recurrent network answers
     */
    StackedModel(BaseModels models, List<TreeEnsemble> trees, Provenance provenance) {
        this.models = models;
        this.trees = List.copyOf(trees);
        this.provenance = provenance;
    }

    @Override
    public StackedTrace newLearner() {
        return new StackedTrace(this, new StackState(models));
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
