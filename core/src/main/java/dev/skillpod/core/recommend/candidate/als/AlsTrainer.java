package dev.skillpod.core.recommend.candidate.als;

import dev.skillpod.core.math.FloatKernels;
import dev.skillpod.core.math.Panels;
import dev.skillpod.core.math.ParallelLoop;
import dev.skillpod.core.math.SparseMatrix;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;

/**
 * Fits {@link AlsModel}s by alternating exact least squares; the package page gives the objective.
 *
 * <p>Items start at random (one random stream per item), then each iteration solves all learners given the items and all
 * items given the learners, so the objective never rises. Rows are solved independently and shared sums are taken in a fixed
 * order: the model has the same bits for any number of threads. Stateless between fits, hence thread-safe.
 *
 * <p>Differs from Rendle et al. 2021 in that learners need no random start: they are solved first.
 */
public final class AlsTrainer {
    private final AlsConfig config;
    private final InstantSource clock;
    private final FloatKernels kernels;

    /** Creates a trainer on the system's clock. */
    public AlsTrainer(AlsConfig config) {
        this(config, InstantSource.system());
    }

    /** Creates a trainer; {@code clock} says when a training ended. */
    public AlsTrainer(AlsConfig config, InstantSource clock) {
        this(config, clock, FloatKernels.best());
    }

    AlsTrainer(AlsConfig config, InstantSource clock, FloatKernels kernels) {
        this.config = config;
        this.clock = clock;
        this.kernels = kernels;
    }

    /**
     * Fits a model.
     *
     * @param data at least one learner and one item; learners and items without entries are legal and get zero vectors
     * @param run seed, threads, and the instant that no data may reach beyond
     * @return a new model
     * @throws IllegalArgumentException when there are no learners or items, or the data window ends after the run's asOf
     * @throws ArithmeticException when weights are so large that the systems cannot be solved in single precision
     */
    public AlsModel fit(Interactions data, TrainingRun run) {
        SparseMatrix byLearner = data.byLearner();
        if (byLearner.rows() == 0 || byLearner.columns() == 0) {
            throw new IllegalArgumentException("there must be at least one learner and one item, were "
                    + byLearner.rows() + " and " + byLearner.columns());
        }
        if (data.until().isAfter(run.asOf())) {
            throw new IllegalArgumentException(
                    "data until " + data.until() + " must not reach beyond the run's asOf " + run.asOf());
        }
        SparseMatrix byItem = byLearner.transpose();
        int side = Panels.padded(config.factors());
        float[] items = startingItems(byItem.rows(), side, run);
        var learners = new float[Math.multiplyExact(byLearner.rows(), side)];
        boolean turnItems = Rotation.pays(byLearner, side);
        boolean turnLearners = Rotation.pays(byItem, side);
        try (var loop = new ParallelLoop(run.threads())) {
            for (int iteration = 0; iteration < config.iterations(); iteration++) {
                run.progress().report("als", iteration, config.iterations());
                solveAll(byLearner, turnItems, items, learners, side, loop);
                solveAll(byItem, turnLearners, learners, items, side, loop);
            }
            run.progress().report("als", config.iterations(), config.iterations());
            float[] gram = GramMatrix.of(kernels, items, byItem.rows(), side, loop::forEach);
            return new AlsModel(config, provenance(data, run), byItem.rows(), items, gram, kernels);
        }
    }

    private float[] startingItems(int count, int side, TrainingRun run) {
        var items = new float[Math.multiplyExact(count, side)];
        double deviation = config.initialDeviation() / Math.sqrt(config.factors());
        for (int item = 0; item < count; item++) {
            var random = run.random("als.item-factors", item);
            for (int factor = 0; factor < config.factors(); factor++) {
                items[item * side + factor] = (float) (random.nextGaussian() * deviation);
            }
        }
        return items;
    }

    /** Solves every row of {@code solved} given the vectors of the other side, which it may turn. */
    private void solveAll(SparseMatrix rows, boolean turn, float[] given, float[] solved, int side, ParallelLoop loop) {
        float[] gram = GramMatrix.of(kernels, given, rows.columns(), side, loop::forEach);
        float[] diagonal = turn
                ? Rotation.diagonalize(kernels, gram, given, rows.columns(), side, config.factors(), loop)
                : new float[side];
        kernels.scale((float) config.unobservedWeight(), diagonal, 0, side);
        float[] base = turn
                ? GramMatrix.ofDiagonal(diagonal)
                : GramMatrix.scaled(kernels, gram, (float) config.unobservedWeight());
        int longestDual = turn ? DualRowSolver.longestRow(side) : 0;
        loop.forEachRange(rows.rows(), (from, to) -> {
            var solver = new RowSolver(kernels, side, Integer.MAX_VALUE);
            var dual = new DualRowSolver(kernels, diagonal);
            for (int row = from; row < to; row++) {
                int count = rows.rowLength(row);
                float lambda = config.regularizationOf(count, rows.columns());
                if (count == 0) {
                    Arrays.fill(solved, row * side, (row + 1) * side, 0);
                } else if (count <= longestDual) {
                    dual.begin(lambda);
                    for (int position = rows.rowStart(row); position < rows.rowEnd(row); position++) {
                        dual.add(given, rows.columnAt(position) * side, rows.valueAt(position));
                    }
                    dual.finish(given, solved, row * side);
                } else {
                    solver.begin(base, lambda);
                    for (int position = rows.rowStart(row); position < rows.rowEnd(row); position++) {
                        solver.add(given, rows.columnAt(position) * side, rows.valueAt(position));
                    }
                    solver.finish(solved, row * side);
                }
            }
        });
    }

    private Provenance provenance(Interactions data, TrainingRun run) {
        SparseMatrix byLearner = data.byLearner();
        Map<String, Long> counts = Map.of(
                "learners", (long) byLearner.rows(),
                "items", (long) byLearner.columns(),
                "interactions", (long) byLearner.entries());
        return new Provenance(
                "als",
                clock.instant(),
                run.seed(),
                data.from(),
                data.until(),
                data.source(),
                counts,
                config.parameters(),
                Map.of());
    }
}
