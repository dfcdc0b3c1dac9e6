package dev.skillpod.core.tracing.stack;

import dev.skillpod.core.tracing.Question;
import dev.skillpod.core.tracing.ability.AbilityState;
import dev.skillpod.core.tracing.ability.Difficulties;
import dev.skillpod.core.tracing.ability.Expectation;
import dev.skillpod.core.tracing.recurrence.RecurrentState;
import java.util.Arrays;

/** Writes the features of one question about one learner. */
final class FeatureRow {
    private final BaseModels models;
    private final AbilityState ability;
    private final History history;
    private final Question question;
    private final double[] out;

    FeatureRow(BaseModels models, AbilityState ability, History history, Question question, double[] out) {
        this.models = models;
        this.ability = ability;
        this.history = history;
        this.question = question;
        this.out = out;
    }

    void write(RecurrentState recurrence) {
        Arrays.fill(out, Double.NaN);
        Expectation expected = ability.expect(question);
        set(StackFeature.RECURRENT_LOGIT, recurrence.logit(question, expected.logit()));
        set(StackFeature.ABILITY_LOGIT, expected.logit());
        set(StackFeature.GENERAL_ABILITY, expected.general());
        set(StackFeature.SKILL_ABILITY, expected.skill());
        set(StackFeature.MOOD, expected.mood());
        set(StackFeature.GENERAL_VARIANCE, expected.generalVariance());
        set(StackFeature.SKILL_VARIANCE, expected.skillVariance());
        set(StackFeature.ITEM_EASINESS, expected.easiness());
        item();
        learner();
        skills();
        block();
        succession();
    }

    private void set(StackFeature feature, double value) {
        out[feature.ordinal()] = value;
    }

    private void item() {
        Difficulties difficulties = models.abilities().difficulties();
        ResponseStatistics statistics = models.statistics();
        int item = question.item();
        set(StackFeature.SKILL_EASINESS, difficulties.skillEasiness(question));
        set(StackFeature.ITEM_COUNT, difficulties.itemCount(item));
        set(StackFeature.ITEM_RATE, statistics.rate(question));
        set(StackFeature.CORRECT_BEFORE_ITEM, statistics.correctBefore(item));
        set(StackFeature.SAME_SKILL_BEFORE_ITEM, statistics.sameBefore(item));
        History.Seen seen = history.item(item);
        set(StackFeature.ITEM_SEEN, seen == null ? 0 : seen.count());
        if (seen != null) {
            set(StackFeature.ITEM_LAST_CORRECT, seen.correct() ? 1 : 0);
            set(StackFeature.ITEM_LAG, history.all().count() - seen.at());
        }
    }

    private void learner() {
        Streak all = history.all();
        set(StackFeature.ANSWERS, all.count());
        set(StackFeature.RATE, all.rate());
        set(StackFeature.MEAN_SURPRISE, all.surprise() / (all.count() + 3.0));
        set(StackFeature.RECENT_SURPRISE, all.recent());
        set(StackFeature.RECENTER_SURPRISE, all.recenter());
        set(StackFeature.LONG_SURPRISE, history.longSurprise());
        set(StackFeature.RUN, all.run());
        set(StackFeature.PATTERN, all.pattern());
        set(StackFeature.SURPRISE_1, history.surprise(0));
        set(StackFeature.SURPRISE_2, history.surprise(1));
        set(StackFeature.SURPRISE_3, history.surprise(2));
        set(StackFeature.SKILLS_PRACTISED, history.skillCount());
    }

    private void skills() {
        int count = question.skillCount();
        var answers = new Mean();
        var right = new Mean();
        var wrong = new Mean();
        var trained = new Mean();
        var rate = new Mean();
        var surprise = new Mean();
        var recent = new Mean();
        var recenter = new Mean();
        var run = new Mean();
        var pattern = new Mean();
        var first = new Mean();
        var lag = new Mean();
        var halfLives = new Mean();
        for (int k = 0; k < count; k++) {
            int skill = question.skill(k);
            trained.add(models.abilities().difficulties().skillCount(skill));
            History.Practised practised = history.skill(skill);
            Streak streak = practised == null ? Streak.NONE : practised.streak();
            answers.add(streak.count());
            right.add(streak.correct());
            wrong.add(streak.count() - streak.correct());
            if (practised != null) {
                rate.add(streak.rate());
                surprise.add(streak.surprise() / (streak.count() + 2.0));
                recent.add(streak.recent());
                recenter.add(streak.recenter());
                run.add(streak.run());
                pattern.add(streak.pattern());
                first.add(streak.first());
                lag.add(history.all().count() - practised.at());
                halfLives.add(ability.gap(question, skill) / ability.halfLife(skill));
            }
        }
        set(StackFeature.SKILL_TRAINING_COUNT, trained.value());
        set(StackFeature.SKILL_ANSWERS, answers.value());
        set(StackFeature.SKILL_CORRECT, right.value());
        set(StackFeature.SKILL_WRONG, wrong.value());
        set(StackFeature.SKILL_RATE, rate.value());
        set(StackFeature.SKILL_MEAN_SURPRISE, surprise.value());
        set(StackFeature.SKILL_RECENT_SURPRISE, recent.value());
        set(StackFeature.SKILL_RECENTER_SURPRISE, recenter.value());
        set(StackFeature.SKILL_RUN, run.value());
        set(StackFeature.SKILL_PATTERN, pattern.value());
        set(StackFeature.SKILL_FIRST_SURPRISE, first.value());
        set(StackFeature.SKILL_LAG, lag.value());
        set(StackFeature.SKILL_HALF_LIVES, halfLives.value());
    }

    private void block() {
        boolean continues = history.continues(question);
        set(StackFeature.BLOCK, continues ? history.block() : 0);
        if (continues) {
            set(StackFeature.BLOCK_CORRECT, history.blockCorrect());
            set(StackFeature.BLOCK_WRONG, history.block() - history.blockCorrect());
        }
    }

    private void succession() {
        Question last = history.last();
        if (last == null) {
            return;
        }
        ResponseStatistics statistics = models.statistics();
        boolean correct = history.lastCorrect();
        int item = question.item();
        set(StackFeature.PAIR_SURPRISE, statistics.itemSurprise(last.item(), correct, item));
        set(StackFeature.PAIR_COUNT, statistics.itemSurpriseCount(last.item(), correct, item));
        set(StackFeature.OTHER_PAIR_SURPRISE, statistics.itemSurprise(last.item(), !correct, item));
        set(StackFeature.OTHER_PAIR_COUNT, statistics.itemSurpriseCount(last.item(), !correct, item));
        var surprise = new Mean();
        var counts = new Mean();
        for (int a = 0; a < last.skillCount(); a++) {
            for (int b = 0; b < question.skillCount(); b++) {
                if (last.skill(a) != question.skill(b)) {
                    surprise.add(statistics.skillSurprise(last.skill(a), correct, question.skill(b)));
                    counts.add(statistics.skillSurpriseCount(last.skill(a), correct, question.skill(b)));
                }
            }
        }
        set(StackFeature.SKILL_PAIR_SURPRISE, surprise.value());
        set(StackFeature.SKILL_PAIR_COUNT, counts.value());
    }

    /** A running mean, NaN while it is empty. */
    private static final class Mean {
        private double sum;
        private int count;

        void add(double value) {
            sum += value;
            count++;
        }

        double value() {
            return count == 0 ? Double.NaN : sum / count;
        }
    }
}
