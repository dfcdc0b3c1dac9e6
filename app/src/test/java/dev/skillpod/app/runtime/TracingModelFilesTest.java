package dev.skillpod.app.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.skillpod.core.activity.ActivityLog;
import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerKey;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.stack.StackedTrace;
import dev.skillpod.core.tracing.training.TracingTrainer;
import dev.skillpod.core.tracing.training.TrainedTracing;
import dev.skillpod.lightgbm.LightGbmTrainer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** Trains on simulated answers, stores, reads, and refuses what was altered. */
class TracingModelFilesTest {
    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
    private static final List<String> SKILLS = List.of("dough", "bread", "sauce");
    private static final TrainedTracing TRAINED = train(2);

    private static TrainedTracing train(int threads) {
        return new TracingTrainer(new LightGbmTrainer()).fit(log(), "synthetic", TrainingRun.of(1, threads));
    }

    /** Levels from 10 to 90 per learner and skill; an item is right with log-odds (level - difficulty) / 10. */
    private static ActivityLog log() {
        return visitor -> {
            var random = new Random(4);
            for (int u = 0; u < 120; u++) {
                var who = new LearnerKey("t", "u%03d".formatted(u));
                var answers = new ArrayList<Answer>();
                var assessments = new ArrayList<Assessment>();
                for (int s = 0; s < SKILLS.size(); s++) {
                    double level = 10 + 80 * random.nextDouble();
                    for (int i = 0; i < 10; i++) {
                        Instant at = START.plusSeconds(86_400L * i + 3_600L * s);
                        int item = random.nextInt(6);
                        boolean correct = random.nextDouble() < 1 / (1 + Math.exp((20 + 12 * item - level) / 10));
                        answers.add(new Answer(
                                "q" + s + i, who, at, SKILLS.get(s) + item, List.of(SKILLS.get(s)), correct, null));
                        if (i % 3 == 0) {
                            assessments.add(new Assessment(
                                    "a" + s + i, who, at.plusSeconds(60), SKILLS.get(s), Math.round(level), null));
                        }
                    }
                }
                answers.sort(java.util.Comparator.comparing(Answer::occurredAt));
                assessments.sort(java.util.Comparator.comparing(Assessment::occurredAt));
                visitor.accept(new LearnerHistory(
                        who, LearnerProfile.empty(), List.of(), assessments, List.of(), List.of(), answers));
            }
        };
    }

    @Test
    void saysHowWellItForetellsLearnersSetApart() {
        Map<String, Double> metrics = TRAINED.provenance().metrics();

        assertThat(metrics).containsKeys("auc", "log_loss", "best_lr_auc", "best_lr_log_loss", "base_rate_log_loss");
        // Levels differ by 23 and a log-odd is 10 levels, so that answers tell a lot: 0.5 would be chance.
        assertThat(metrics.get("auc")).isGreaterThan(0.75);
        assertThat(metrics.get("log_loss")).isLessThan(metrics.get("base_rate_log_loss"));
        // 3,600 answers beside exact levels; three standard errors of a log-odds slope are below 10 %.
        assertThat(metrics.get("levels_per_log_odds")).isBetween(8.5, 11.5);
        assertThat(TRAINED.provenance().rowCounts()).containsEntry("responses", 3_600L);
        assertThat(TRAINED.provenance().dataSource()).isEqualTo("synthetic");
    }

    @Test
    void isTheSameOnAnyNumberOfThreads() {
        Map<String, byte[]> one = TracingModelFiles.write(train(1));

        assertThat(one.keySet()).isEqualTo(TracingModelFiles.write(TRAINED).keySet());
        TracingModelFiles.write(TRAINED)
                .forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(one.get(name)));
    }

    @Test
    void foretellsTheSameAfterStoring() {
        TrainedTracing read = TracingModelFiles.read(TracingModelFiles.write(TRAINED), TRAINED.provenance());

        StackedTrace before = TRAINED.model().newLearner();
        StackedTrace after = read.model().newLearner();
        var random = new Random(8);
        for (int i = 0; i < 60; i++) {
            var question = Question.of(random.nextInt(20), new int[] {random.nextInt(4)}, 1_767_225_600L + 50_000L * i);
            assertThat(after.predict(question)).isEqualTo(before.predict(question));
            boolean correct = random.nextBoolean();
            before = before.after(question, correct);
            after = after.after(question, correct);
            assertThat(after.mastery(question.skill(0), question.time()))
                    .isEqualTo(before.mastery(question.skill(0), question.time()));
        }
        assertThat(read.scale()).isEqualTo(TRAINED.scale());
        assertThat(read.itemIds()).isEqualTo(TRAINED.itemIds());
    }

    @Test
    void refusesWhatIsMissingAlteredOrTooMuch() {
        var files = new TreeMap<>(TracingModelFiles.write(TRAINED));
        for (String name : files.keySet()) {
            var missing = new TreeMap<>(files);
            missing.remove(name);
            refused(missing);
            var halved = new TreeMap<>(files);
            halved.put(name, Arrays.copyOf(files.get(name), files.get(name).length / 2));
            refused(halved);
            var longer = new TreeMap<>(files);
            longer.put(name, "{".getBytes(java.nio.charset.StandardCharsets.UTF_8));
            refused(longer);
        }
        var more = new TreeMap<>(files);
        more.put("other.txt", new byte[0]);
        refused(more);
        var bytes = files.get("abilities.bin").clone();
        Arrays.fill(bytes, 8, 16, (byte) 0xff);
        more = new TreeMap<>(files);
        more.put("abilities.bin", bytes);
        refused(more);
    }

    private static void refused(Map<String, byte[]> files) {
        assertThatThrownBy(() -> TracingModelFiles.read(files, TRAINED.provenance()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the files of mastery tracing do not fit together: ");
    }
}
