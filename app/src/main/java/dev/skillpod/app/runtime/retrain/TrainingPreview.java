package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.GapModelFiles;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.serving.Retraining.Preview;
import dev.skillpod.store.Database;
import dev.skillpod.store.TrainingRows;
import java.util.List;
import java.util.Map;

/**
 * Says what a training would see, by counting. Enough is the least that every training asks for in sum; how the log is cut in time is
 * known to the training alone, which may still find a part of it too small and says so.
 */
final class TrainingPreview {
    private static final long LISTS = 100;
    private static final long USEFUL = 40;
    private static final long APPLICATIONS = 300;
    private static final long POSTINGS_WITH_PAY = 60;

    private TrainingPreview() {}

    static List<Preview> of(List<String> models, Database database) {
        return models.stream().map(model -> of(model, database.trainingRows())).toList();
    }

    private static Preview of(String model, TrainingRows rows) {
        return switch (model) {
            case RecommenderFiles.MODEL -> recommender(rows.engagements());
            case GapModelFiles.MODEL -> gapValues(rows.applications());
            default ->
                new Preview(model, null, null, Map.of(), true, "what this model needs is known to its training alone");
        };
    }

    private static Preview recommender(TrainingRows.Engagements found) {
        boolean enough = found.lists() >= LISTS && found.useful() >= USEFUL;
        return new Preview(
                RecommenderFiles.MODEL,
                found.from(),
                found.until(),
                Map.of("engagements", found.engagements(), "lists", found.lists(), "useful", found.useful()),
                enough,
                enough
                        ? null
                        : "needed are at least %d lists (impressions with recommendation_id and position) and %d useful engagements"
                                .formatted(LISTS, USEFUL));
    }

    private static Preview gapValues(TrainingRows.Applications found) {
        boolean enough = found.answered() >= APPLICATIONS || found.postingsWithPay() >= POSTINGS_WITH_PAY;
        return new Preview(
                GapModelFiles.MODEL,
                found.from(),
                found.until(),
                Map.of(
                        "outcomes", found.answered(),
                        "postings", found.postings(),
                        "postings_with_pay", found.postingsWithPay()),
                enough,
                enough
                        ? null
                        : "needed are at least %d answered applications or %d job postings with pay"
                                .formatted(APPLICATIONS, POSTINGS_WITH_PAY));
    }
}
