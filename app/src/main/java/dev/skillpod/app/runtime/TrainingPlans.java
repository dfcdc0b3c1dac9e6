package dev.skillpod.app.runtime;

import dev.skillpod.core.path.content.PathPolicyConfig;
import dev.skillpod.core.path.content.PathTraining;
import dev.skillpod.core.recommend.training.TooLittleDataException;
import dev.skillpod.core.recommend.training.TrainingConfig;
import dev.skillpod.core.tracing.stack.StackConfig;
import dev.skillpod.core.tracing.training.TracingTrainer;
import dev.skillpod.store.TrainingRows;
import java.util.HashMap;
import java.util.Map;

/** What the training of each kind would see. */
final class TrainingPlans {
    private static final long LISTS = 2L * TooLittleDataException.MIN_LISTS;
    private static final long USEFUL = 2L * TooLittleDataException.MIN_USEFUL;
    private static final long APPLICATIONS = 300;
    private static final long POSTINGS_WITH_PAY = 60;

    private TrainingPlans() {}

    static TrainingPlan recommender(Platform platform) {
        TrainingRows.Engagements found = platform.database().trainingRows().engagements();
        return TrainingPlan.of(
                found.from(),
                found.until(),
                Map.of("engagements", found.engagements(), "lists", found.lists(), "useful", found.useful()),
                TrainingConfig.defaults().parameters(),
                found.lists() >= LISTS && found.useful() >= USEFUL,
                "needed are at least %d lists (impressions with recommendation_id and position) and %d useful engagements"
                        .formatted(LISTS, USEFUL));
    }

    static TrainingPlan gapValues(Platform platform) {
        TrainingRows.Applications found = platform.database().trainingRows().applications();
        return TrainingPlan.of(
                found.from(),
                found.until(),
                Map.of(
                        "outcomes", found.answered(),
                        "postings", found.postings(),
                        "postings_with_pay", found.postingsWithPay()),
                Map.of(),
                found.answered() >= APPLICATIONS || found.postingsWithPay() >= POSTINGS_WITH_PAY,
                "needed are at least %d answered applications or %d job postings with pay"
                        .formatted(APPLICATIONS, POSTINGS_WITH_PAY));
    }

    static TrainingPlan tracing(Platform platform) {
        TrainingRows.Answers found = platform.database().trainingRows().answers();
        long wrong = found.answers() - found.right();
        var settings = new HashMap<>(StackConfig.defaults().parameters());
        settings.remove("ability"); // chosen while training
        return TrainingPlan.of(
                found.from(),
                found.until(),
                Map.of(
                        "responses", Math.min(found.answers(), TracingTrainer.MOST_ANSWERS),
                        "answers", found.answers(),
                        "right", found.right(),
                        "wrong", wrong,
                        "learners", found.learners()),
                settings,
                found.answers() >= TracingTrainer.FEWEST_ANSWERS
                        && found.learners() >= TracingTrainer.FEWEST_LEARNERS
                        && Math.min(found.right(), wrong) >= TracingTrainer.FEWEST_OF_EITHER,
                "needed are at least %d answers of %d learners, %d of them right and as many wrong"
                        .formatted(
                                TracingTrainer.FEWEST_ANSWERS,
                                TracingTrainer.FEWEST_LEARNERS,
                                TracingTrainer.FEWEST_OF_EITHER));
    }

    static TrainingPlan pathPolicy(Platform platform) {
        TrainingRows.Learners found = platform.database().trainingRows().learners();
        var settings = new HashMap<>(
                Map.of(PathTraining.POLICY, PathPolicyConfig.defaults().toString()));
        var recommender = platform.registry().aliases(RecommenderFiles.MODEL).champion();
        recommender.ifPresent(version -> settings.put(PathTraining.RECOMMENDER, version));
        return TrainingPlan.of(
                found.from(),
                found.until(),
                Map.of("learners", found.learners()),
                settings,
                recommender.isPresent() && found.learners() >= PathTraining.LEAST_LEARNERS,
                "needed are a recommender that answers and at least %d learners"
                        .formatted(PathTraining.LEAST_LEARNERS));
    }
}
