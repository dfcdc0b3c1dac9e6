package dev.skillpod.core.recommend.log.selection;

import dev.skillpod.core.recommend.log.HistoryScorer;
import java.util.List;

/**
 * What is used for a log: a scorer fitted to all of it.
 *
 * @param scorer scores histories
 * @param notes what was chosen and how it did on held-out items, for a person to read
 */
public record Fitted(HistoryScorer scorer, List<String> notes) {
    public Fitted {
        notes = List.copyOf(notes);
    }
}
