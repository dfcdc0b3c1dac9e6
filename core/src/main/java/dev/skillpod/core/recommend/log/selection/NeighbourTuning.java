package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.recommend.candidate.neighbour.NeighbourConfig;
import dev.skillpod.core.recommend.candidate.neighbour.NeighbourScorer;
import java.util.function.DoubleFunction;

/** Coordinate search for the settings of sequence-aware user neighbours; the index is built once. */
final class NeighbourTuning {
    private final Validation validation;
    private final ParallelLoop loop;
    private GridSearch.Found<NeighbourScorer> best;

    NeighbourTuning(Validation validation, ParallelLoop loop) {
        this.validation = validation;
        this.loop = loop;
        boolean ordered = validation.training().ordered();
        var start = new NeighbourScorer(
                validation.training(), ordered ? NeighbourConfig.defaults() : NeighbourConfig.unordered());
        best = new GridSearch.Found<>(start, Measure.ndcg(start, validation, loop));
    }

    Tuned tune() {
        if (validation.training().ordered()) {
            climb(new double[] {0, 0.25, 0.5, 0.75, 1, 1.5}, 2, x -> config().withRecency(x));
            climb(new double[] {0, 0.5, 1, 1.5, 2}, 2, x -> config().withVotes(config().before(), x));
            climb(new double[] {0, 0.1, 0.3, 0.6, 1}, 2, x -> config().withVotes(x, config().distance()));
        }
        climb(new double[] {0, 0.25, 0.5, 0.75, 1}, 2, x -> config().withExponents(x, config().rarityExponent()));
        climb(new double[] {0, 0.15, 0.3, 0.5, 0.75}, 2, x -> config().withExponents(config().lengthExponent(), x));
        climb(new double[] {50, 100, 200, 400, 800}, 2, x -> config().withNeighbours((int) x));
        NeighbourConfig config = config();
        return new Tuned(
                "userknn " + config, (log, run) -> new NeighbourScorer(log, config), best.candidate(), best.value());
    }

    private NeighbourConfig config() {
        return best.candidate().config();
    }

    private void climb(double[] grid, int start, DoubleFunction<NeighbourConfig> make) {
        NeighbourScorer from = best.candidate();
        var found = GridSearch.climb(
                grid, start, x -> from.with(make.apply(x)), scorer -> Measure.ndcg(scorer, validation, loop));
        if (found.value() > best.value()) {
            best = found;
        }
    }
}
