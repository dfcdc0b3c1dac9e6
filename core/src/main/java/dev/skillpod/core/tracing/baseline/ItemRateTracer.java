package dev.skillpod.core.tracing.baseline;

import dev.skillpod.core.model.Provenance;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.LearnerTrace;
import dev.skillpod.core.tracing.MasteryTracer;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ResponseLog;
import dev.skillpod.core.tracing.TracingModel;
import java.time.InstantSource;
import java.util.Map;

/** Foretells each item's share of correct answers, shrunk to the overall share, whoever answers. Stateless. */
public final class ItemRateTracer implements MasteryTracer {
    private static final double STRENGTH = 4;

    @Override
    public TracingModel fit(ResponseLog log, TrainingRun run) {
        BaselineProvenance.requireResponses(log);
        var counts = new int[log.items()];
        var correct = new int[log.items()];
        double all = 1;
        for (int row = 0; row < log.size(); row++) {
            int item = log.question(row).item();
            counts[item]++;
            if (log.correct(row)) {
                correct[item]++;
                all++;
            }
        }
        double overall = all / (log.size() + 2);
        var rates = new double[log.items()];
        for (int item = 0; item < rates.length; item++) {
            rates[item] = (correct[item] + STRENGTH * overall) / (counts[item] + STRENGTH);
        }
        Provenance provenance = BaselineProvenance.of(
                "item-rate", log, run, InstantSource.system().instant(), Map.of("strength", String.valueOf(STRENGTH)));
        return new Model(new Rates(rates, overall), provenance);
    }

    private record Model(Rates rates, Provenance provenance) implements TracingModel {
        @Override
        public LearnerTrace newLearner() {
            return rates;
        }
    }

    /** The same for every learner, and after every answer. */
    private static final class Rates implements LearnerTrace {
        private final double[] rates;
        private final double overall;

        Rates(double[] rates, double overall) {
            this.rates = rates;
            this.overall = overall;
        }

        @Override
        public double predict(Question question) {
            return question.item() < rates.length ? rates[question.item()] : overall;
        }

        @Override
        public LearnerTrace after(Question question, boolean correct) {
            return this;
        }
    }
}
