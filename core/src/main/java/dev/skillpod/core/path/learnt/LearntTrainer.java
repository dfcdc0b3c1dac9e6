package dev.skillpod.core.path.learnt;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.RandomPolicy;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Learns to plan from logs alone, by turns (Dyna; Sutton 1991): gathers logs, first with random actions and then with the plans so far, fits
 * the answer model to all logs, and learns the value of positions inside it. Random plans hardly ever reach advanced items, so
 * later rounds tell the model what the first could not.
 *
 * <p>One thread; the same seed and source give the same model on the same machine.
 */
public final class LearntTrainer {
    private static final double FIRST_ROUND_RATE = 4e-3;
    private static final double RATE = 2e-3;
    private static final double RATE_FALL = 0.8;
    private static final double VALUE_RATE = 1e-3;
    private static final double VALUE_EXPLORATION = 0.1;

    private final LearntConfig config;
    private final int[][] accepted;

    /**
     * Makes a trainer.
     *
     * @param accepted the items that may be chosen, by last item; the last row is for none
     */
    public LearntTrainer(LearntConfig config, int[][] accepted) {
        this.config = config;
        this.accepted = accepted;
    }

    /**
     * Trains.
     *
     * @param source lets policies teach training learners
     * @param starts observations of training learners at the start of an episode, at least one
     * @param run seed and progress; streams {@code path.learnt.weights} and {@code path.learnt.draws}
     */
    public LearntModel fit(LogSource source, List<PracticeObservation> starts, TrainingRun run) {
        RandomGenerator draws = run.random("path.learnt.draws");
        var answers = new AnswerModelTrainer(accepted.length - 1, config.units(), run);
        var value = new LearntValueTrainer(
                answers.model(), accepted, new int[] {config.firstLayer(), config.secondLayer()}, draws);
        var logs = new ArrayList<PracticeLog>();
        gather(source, new RandomPolicy<>(), 0, logs);
        for (int round = 0; round < config.rounds(); round++) {
            run.progress().report("learning from " + logs.size() + " logs", round, config.rounds());
            boolean last = round == config.rounds() - 1;
            double rate = RATE * (1 - RATE_FALL * round / config.rounds());
            answers.fit(
                    logs,
                    round == 0 ? 2 * config.sequences() : config.sequences(),
                    round == 0 ? FIRST_ROUND_RATE : rate,
                    rate * (last ? 0.1 : 0.5),
                    draws);
            value.fit(
                    starts,
                    config.valueRounds() * (last ? 2 : 1),
                    VALUE_EXPLORATION,
                    VALUE_RATE,
                    VALUE_RATE * (last ? 0.1 : 0.5),
                    draws);
            if (!last) {
                Policy<PracticeObservation> policy =
                        new LearntPolicy(answers.model(), value.network(), accepted, 1, config.exploration());
                gather(source, policy, round + 1, logs);
            }
        }
        String origin = logs.size() + " logs; seed " + run.seed() + "; " + config;
        return new LearntModel(origin, answers.model(), value.network());
    }

    /** Gathers logs of full length, and a quarter as many of half and of quarter length, so that exams also come early. */
    private void gather(LogSource source, Policy<PracticeObservation> policy, int round, List<PracticeLog> logs) {
        int few = Math.max(1, config.learners() / 4);
        logs.addAll(source.gather(policy, config.steps(), config.learners(), 3 * round));
        logs.addAll(source.gather(policy, Math.max(1, config.steps() / 2), few, 3 * round + 1));
        logs.addAll(source.gather(policy, Math.max(1, config.steps() / 4), few, 3 * round + 2));
    }
}
