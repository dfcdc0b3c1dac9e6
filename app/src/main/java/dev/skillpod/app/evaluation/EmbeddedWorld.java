package dev.skillpod.app.evaluation;

import dev.skillpod.app.runtime.CachedEmbedder;
import dev.skillpod.core.model.TrainingRun;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.starter.StarterConfig;
import dev.skillpod.starter.StarterWorld;
import java.time.Duration;
import java.util.function.BiConsumer;

/** The starter world with its texts embedded as the service embeds them, for as long as something is measured on it. */
final class EmbeddedWorld {
    private EmbeddedWorld() {}

    /**
     * Makes the world of the run's seed, embeds its catalogue, and measures.
     *
     * @param measurement gets the world and the index of its catalogue, which can embed more texts until it returns
     */
    static void with(TrainingRun run, BiConsumer<StarterWorld, CatalogIndex> measurement) {
        run.progress().report("making the starter world", 0, 0);
        StarterWorld world = StarterWorld.generate(StarterConfig.defaults().withSeed(run.seed()));
        run.progress().report("embedding the catalogue", 0, 0);
        try (MiniLmEmbedder miniLm = MiniLmEmbedder.load()) {
            var embedder = new CachedEmbedder(miniLm, Duration.ofHours(1));
            measurement.accept(
                    world, new CatalogIndex(world.catalog(), CatalogEmbedding.of(world.catalog(), embedder)));
        }
    }
}
