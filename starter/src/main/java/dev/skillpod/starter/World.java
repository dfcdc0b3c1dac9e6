package dev.skillpod.starter;

import dev.skillpod.core.model.TrainingRun;
import java.util.Map;

/** The parts of a starter world that all learners share. Immutable once built, so safe on several threads. */
record World(
        CatalogArrays arrays,
        StarterConfig config,
        TrainingRun run,
        HiddenMarket market,
        JobMarket jobs,
        GainModel gains,
        EngagementModel engagement,
        LearnerPopulation population,
        SelfReport selfReport,
        QuizModel quizzes,
        Map<String, Integer> roleNames) {
    static World of(CatalogArrays arrays, StarterConfig config, TrainingRun run, DemandModel demand) {
        var market = new HiddenMarket(arrays, demand.recentPostings(), run);
        var gains = new GainModel(arrays, market, config.confounderStrength());
        return new World(
                arrays,
                config,
                run,
                market,
                new JobMarket(arrays, market, config, run),
                gains,
                new EngagementModel(arrays, market, gains, config.confounderStrength()),
                new LearnerPopulation(arrays, market, config, run),
                new SelfReport(arrays, run),
                new QuizModel(arrays, run),
                LoggingPolicy.roleNames(arrays));
    }
}
