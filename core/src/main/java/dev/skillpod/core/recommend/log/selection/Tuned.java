package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.recommend.log.HistoryScorer;
import dev.skillpod.core.recommend.log.HistoryTrainer;
import java.util.Locale;

/**
 * A method with the settings that validation picked.
 *
 * @param description method and settings, for a report
 * @param trainer fits the method with those settings to another log
 * @param scorer the method fitted to the validation's training part
 * @param ndcg mean NDCG@10 of the held-out items
 */
public record Tuned(String description, HistoryTrainer trainer, HistoryScorer scorer, double ndcg) {
    /** Returns description and measure in one line. */
    String note() {
        return String.format(Locale.ROOT, "%s: validation NDCG@10 %.4f", description, ndcg);
    }
}
