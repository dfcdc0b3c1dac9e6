package dev.skillpod.core.tracing.ability;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.LearnerTrace;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.TracingModel;
import java.time.InstantSource;
import java.util.Map;
import java.util.stream.IntStream;

/** The ability model alone, as a tracer. Immutable and thread-safe. */
public final class AbilityTracer implements MasteryTracer {
    private final AbilityConfig config;

    /** Creates a tracer. */
    public AbilityTracer(AbilityConfig config) {
        this.config = config;
    }

    @Override
    public TracingModel fit(ResponseLog log, TrainingRun run) {
        if (log.size() == 0) {
            throw new IllegalArgumentException("log must hold at least one response");
        }
        AbilityModel model = new AbilityTrainer(config)
                .fit(log, IntStream.range(0, log.learners()).toArray());
        Provenance provenance = new Provenance(
                "ability",
                InstantSource.system().instant(),
                run.seed(),
                log.from(),
                log.until(),
                log.source(),
                Map.of("learners", (long) log.learners(), "responses", (long) log.size()),
                Map.of("ability", config.toString()),
                Map.of());
        return new Model(new Trace(model.newLearner()), provenance);
    }

    private record Model(LearnerTrace newLearner, Provenance provenance) implements TracingModel {}

    private record Trace(AbilityState state) implements LearnerTrace {
        @Override
        public double predict(Question question) {
            return state.expect(question).probability();
        }

        @Override
        public LearnerTrace after(Question question, boolean correct) {
            AbilityState next = state.copy();
            next.answer(question, correct);
            return new Trace(next);
        }
    }
}
