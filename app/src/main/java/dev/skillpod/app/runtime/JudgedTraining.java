package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.Retraining.Result;
import dev.skillpod.app.serving.Retraining.State;
import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.InsufficientDataException;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Progress;
import dev.skillpod.store.TrainingOrder;
import dev.skillpod.store.TrainingOrder.Promote;
import org.jspecify.annotations.Nullable;

/** Trains the models of an order and asks the gate about each: what every training that is a job does, in whichever process. */
public final class JudgedTraining {
    private final Training training;
    private final TrainingOrder order;
    private final StageLog log;
    private final Progress progress;

    /**
     * Makes a training over a platform.
     *
     * @param log notes what came of each model
     * @param progress hears of the stages
     */
    public JudgedTraining(Platform platform, TrainingOrder order, StageLog log, Progress progress) {
        this.training = new Training(platform);
        this.order = order;
        this.log = log;
        this.progress = progress;
    }

    /**
     * Trains a model, registers it, judges it, and lets it serve when the order and the gate say so. Too little data are a result
     * without a version.
     *
     * @param by who asked for it, for the history
     * @param reason why it is promoted, for the history, or null
     */
    public Result train(ModelKind<?> kind, String by, @Nullable String reason) {
        log.begin(kind.name());
        try {
            ModelVersion trained = training.train(kind, order.seed(), order.threads(), progress, by);
            var promotions = new Promotions(training.sources(), order.threads(), progress);
            boolean promote = order.promote() == Promote.IF_BETTER;
            GateVerdict verdict = promote
                    ? promotions.promoteIfBetter(kind.name(), trained.version(), by, reason)
                    : promotions.judge(kind.name(), trained.version(), by);
            var result = new Result(
                    kind.name(), trained.version(), promote && verdict.passed(), verdict, why(promote, verdict));
            log.end(result, State.SUCCEEDED);
            return result;
        } catch (InsufficientDataException e) {
            var result = new Result(kind.name(), null, false, null, e.getMessage());
            log.end(result, State.FAILED);
            return result;
        }
    }

    private static @Nullable String why(boolean promote, GateVerdict verdict) {
        if (!promote) {
            return "promotion was not asked for";
        }
        return verdict.passed() ? null : String.join("; ", verdict.reasons());
    }
}
