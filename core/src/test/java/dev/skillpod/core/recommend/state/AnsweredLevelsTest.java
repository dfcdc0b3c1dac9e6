package dev.skillpod.core.recommend.state;

import static dev.skillpod.core.recommend.TinyWorld.LEARNER;
import static dev.skillpod.core.recommend.TinyWorld.NOW;
import static dev.skillpod.core.recommend.TinyWorld.day;
import static dev.skillpod.core.recommend.TinyWorld.history;
import static dev.skillpod.core.recommend.TinyWorld.measured;
import static dev.skillpod.core.recommend.TinyWorld.profile;
import static dev.skillpod.core.recommend.TinyWorld.skill;
import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.core.activity.Answer;
import dev.skillpod.core.activity.Assessment;
import dev.skillpod.core.activity.Engagement;
import dev.skillpod.core.activity.EngagementType;
import dev.skillpod.core.activity.LearnerHistory;
import dev.skillpod.core.activity.LearnerProfile;
import dev.skillpod.core.activity.LearnerSkill;
import dev.skillpod.core.gap.level.ReportedLevels;
import dev.skillpod.core.recommend.TinyWorld;
import dev.skillpod.core.tracing.HandMadeTracing;
import dev.skillpod.core.tracing.training.TrainedTracing;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What answers promise of levels, on learners with claims, measurements, finished contents and answers drawn at random. */
class AnsweredLevelsTest {
    private static final List<String> SKILLS = List.of("dough", "bread", "sauce", "soup");
    private final CatalogIndex index = TinyWorld.index();
    private final TrainedTracing tracing = HandMadeTracing.tracing(SKILLS, HandMadeTracing.scale(4));

    private SkillLevels believed(LearnerHistory learner) {
        return LearnerState.of(
                        index, new RoleMatcher(index), LevelModel.untrained().with(tracing), learner, List.of(), NOW)
                .levels();
    }

    private ReportedLevels reported(LearnerHistory learner) {
        return ReportedLevels.of(learner, Map.of(), index.catalog(), NOW, tracing);
    }

    private static LearnerHistory draw(Random random) {
        var claims = new ArrayList<LearnerSkill>();
        for (String id : SKILLS) {
            if (random.nextBoolean()) {
                claims.add(skill(id, random.nextInt(101)));
            }
        }
        var engagements = new ArrayList<Engagement>();
        var assessments = new ArrayList<Assessment>();
        var answers = new ArrayList<Answer>();
        for (int i = random.nextInt(12); i > 0; i--) {
            String id = SKILLS.get(random.nextInt(4));
            int before = 1 + random.nextInt(900);
            switch (random.nextInt(4)) {
                case 0 -> engagements.add(TinyWorld.did(EngagementType.COMPLETE, id + "-note", before));
                case 1 -> assessments.add(measured(id, random.nextInt(101), before, null));
                default -> answers.add(HandMadeTracing.answer(LEARNER, id, random.nextBoolean(), day(before)));
            }
        }
        engagements.sort(Comparator.comparing(Engagement::occurredAt));
        assessments.sort(Comparator.comparing(Assessment::occurredAt));
        answers.sort(Comparator.comparing(Answer::occurredAt));
        return history(profile("baker", claims.toArray(new LearnerSkill[0])), engagements, assessments)
                .withAnswers(answers);
    }

    private static LearnerHistory plus(LearnerHistory learner, Answer answer) {
        var answers = new ArrayList<>(learner.answers());
        answers.add(answer);
        return learner.withAnswers(answers);
    }

    @Test
    void aCorrectAnswerNeverLowersALevelAndAWrongOneNeverRaisesOne() {
        for (int seed = 0; seed < 2_000; seed++) {
            LearnerHistory learner = draw(new Random(seed));
            String answered = SKILLS.get(seed % 4);
            SkillLevels before = believed(learner);
            ReportedLevels reportedBefore = reported(learner);
            for (boolean correct : List.of(true, false)) {
                LearnerHistory more =
                        plus(learner, HandMadeTracing.answer(LEARNER, answered, correct, NOW.minusSeconds(1)));
                SkillLevels after = believed(more);
                ReportedLevels reportedAfter = reported(more);
                for (int s = 0; s < 4; s++) {
                    double change = after.level()[s] - before.level()[s];
                    double reportedChange = reportedAfter.of(SKILLS.get(s)).level()
                            - reportedBefore.of(SKILLS.get(s)).level();
                    assertThat(correct ? change : -change)
                            .as("learner %s, %s", seed, SKILLS.get(s))
                            .isGreaterThanOrEqualTo(0);
                    assertThat(correct ? reportedChange : -reportedChange)
                            .as("learner %s, %s reported", seed, SKILLS.get(s))
                            .isGreaterThanOrEqualTo(0);
                    assertThat(reportedAfter.of(SKILLS.get(s)).level()).isBetween(0.0, 100.0);
                }
            }
        }
    }

    @Test
    void aHigherClaimNeverLowersAReportedLevelWhateverWasAnswered() {
        for (int seed = 0; seed < 2_000; seed++) {
            LearnerHistory learner = draw(new Random(seed));
            String raised = SKILLS.get(seed % 4);
            int claim = learner.profile().skills().stream()
                    .filter(s -> s.skillId().equals(raised))
                    .mapToInt(LearnerSkill::level)
                    .findFirst()
                    .orElse(-1);
            var skills = new ArrayList<>(learner.profile().skills());
            skills.removeIf(s -> s.skillId().equals(raised));
            skills.add(skill(raised, Math.min(100, claim + 1 + seed % 30)));
            LearnerProfile profile = profile("baker", skills.toArray(new LearnerSkill[0]));
            LearnerHistory higher = history(profile, learner.engagements(), learner.assessments())
                    .withAnswers(learner.answers());
            ReportedLevels before = reported(learner);
            ReportedLevels after = reported(higher);
            for (String id : SKILLS) {
                // Levels are found to 1e-6, answer by answer.
                assertThat(after.of(id).level())
                        .as("learner %s, %s", seed, id)
                        .isGreaterThanOrEqualTo(before.of(id).level() - 1e-4);
            }
        }
    }

    @Test
    void withoutAModelAnswersDoNotCount() {
        LearnerHistory learner = plus(
                history(profile("baker", skill("dough", 40)), List.of(), List.of()),
                HandMadeTracing.answer(LEARNER, "dough", true, day(1)));

        assertThat(TinyWorld.state(index, learner).levels().level()[0]).isEqualTo(40);
        assertThat(ReportedLevels.of(learner, Map.of(), index.catalog(), NOW)
                        .of("dough")
                        .level())
                .isEqualTo(40);
        assertThat(believed(learner).level()[0]).isGreaterThan(40);
        assertThat(reported(learner).of("dough").level()).isGreaterThan(40);
    }
}
