package dev.skillpod.core.recommend.training;

import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.candidate.als.AlsConfig;
import dev.skillpod.core.recommend.candidate.als.AlsModel;
import dev.skillpod.core.recommend.candidate.als.AlsTrainer;
import dev.skillpod.core.recommend.candidate.als.Interactions;
import dev.skillpod.core.recommend.candidate.cold.TasteMap;
import dev.skillpod.core.recommend.candidate.cold.TasteMapConfig;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.time.Instant;

/** Fits collaborative filtering to the interests shown before an instant. */
public final class Interests {
    private Interests() {}

    /**
     * Collaborative filtering and its map for contents with few interactions.
     *
     * @param als one item per content
     * @param map from what contents say to the vectors of {@code als}
     */
    public record Tastes(AlsModel als, TasteMap map) {}

    /**
     * Fits ALS, and the map from texts to its vectors.
     *
     * @param past what is fitted to
     * @param index the catalogue that {@code past} was read with
     * @param start of the data, for the provenance
     * @param until end of the data, likewise
     * @param dataSource {@code synthetic}, {@code real} or {@code mixed}
     */
    public static Tastes fit(
            PastActivity past,
            CatalogIndex index,
            Instant start,
            Instant until,
            String dataSource,
            AlsConfig config,
            TrainingRun run) {
        AlsModel als = new AlsTrainer(config).fit(new Interactions(past.interests(), start, until, dataSource), run);
        TasteMap map = TasteMap.fit(
                index, als.itemFactors(), als.factors(), past.learners(), TasteMapConfig.defaults(), run.threads());
        return new Tastes(als, map);
    }
}
