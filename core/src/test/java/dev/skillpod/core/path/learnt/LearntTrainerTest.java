package dev.skillpod.core.path.learnt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.path.Episode;
import dev.skillpod.core.path.Policy;
import dev.skillpod.core.path.PolicyConformance;
import dev.skillpod.core.path.RandomPolicy;
import dev.skillpod.core.path.practice.ChainDynamics;
import dev.skillpod.core.path.practice.ChainWorld;
import dev.skillpod.core.path.practice.Interaction;
import dev.skillpod.core.path.practice.Learner;
import dev.skillpod.core.path.practice.PracticeEnvironment;
import dev.skillpod.core.path.practice.PracticeObservation;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LearntTrainerTest extends PolicyConformance {
    private static final ChainDynamics DYNAMICS = ChainWorld.DYNAMICS;
    private static final int STEPS = 4;
    private static final List<Learner> LEARNERS = ChainWorld.learners(200, 21);
    private static final int[][] ACCEPTED = {{0, 1}, {0, 1, 2}, {1, 2}, {0, 1, 2}};
    private static final LearntModel MODEL = fit();

    private static LearntModel fit() {
        var config = new LearntConfig(12, 2, 200, STEPS, 3000, 15, 16, 8, 0.2, 1);
        LogSource source = (policy, steps, count, batch) -> {
            var logs = new ArrayList<PracticeLog>();
            for (int i = 0; i < count; i++) {
                var environment = new PracticeEnvironment(DYNAMICS, LEARNERS.get(i), steps);
                Episode.play(environment, policy, new SplittableRandom(batch * 1000L + i));
                var all = new ArrayList<Interaction>(LEARNERS.get(i).warmUp());
                all.addAll(environment.observe().answers());
                logs.add(new PracticeLog(all, environment.exam()));
            }
            return logs;
        };
        List<PracticeObservation> starts = LEARNERS.stream()
                .map(learner -> ChainWorld.start(learner, STEPS))
                .toList();
        return new LearntTrainer(config, ACCEPTED).fit(source, starts, TrainingRun.of(1, 1));
    }

    @Override
    protected Policy<PracticeObservation> policy() {
        return MODEL.policy(ACCEPTED, 1);
    }

    /** 400 new learners; rewards lie in [0, 1], so a mean's standard error is at most 0.025: four of them between the two. */
    @Test
    void beatsRandomActionsOnNewLearners() {
        double random = mean(new RandomPolicy<>());

        assertThat(mean(policy())).isGreaterThan(random + 0.1);
    }

    private static double mean(Policy<PracticeObservation> policy) {
        return ChainWorld.learners(400, 22).stream()
                .mapToDouble(learner -> Episode.play(
                                new PracticeEnvironment(DYNAMICS, learner, STEPS),
                                policy,
                                new SplittableRandom(learner.id()))
                        .reward())
                .average()
                .orElseThrow();
    }

    @Test
    void bytesAreReadBackAndAlteredOnesRefused() {
        byte[] bytes = MODEL.bytes();

        assertThat(LearntModel.read(bytes).bytes()).isEqualTo(bytes);
        bytes[40] ^= 1;
        assertThatThrownBy(() -> LearntModel.read(bytes)).hasMessageContaining("altered");
    }
}
