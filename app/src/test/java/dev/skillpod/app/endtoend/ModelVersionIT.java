package dev.skillpod.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.TextVectors;
import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;
import dev.skillpod.core.recommend.training.TrainedRecommender;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.StoredModel;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class ModelVersionIT {
    private final Service service = StarterService.get();

    @Test
    void theTrainedModelIsWrittenAsItIsRead() {
        StoredModel stored = new ModelFiles(service.models(), InstantSource.system())
                .current(RecommenderFiles.MODEL)
                .orElseThrow();

        TrainedRecommender trained = RecommenderFiles.read(stored.files(), stored.provenance());

        assertThat(RecommenderFiles.write(trained)).usingRecursiveComparison().isEqualTo(stored.files());
        assertThat(trained.provenance().dataSource()).isEqualTo("synthetic");
        Catalog catalog = service.database().catalog().load();
        try (MiniLmEmbedder embedder = MiniLmEmbedder.load()) {
            var index = new CatalogIndex(
                    catalog,
                    CatalogEmbedding.of(
                            catalog, new TextVectors(embedder, service.models().resolve("embeddings"))));
            assertThat(trained.bind(index, "again").version()).isEqualTo("again");
        }
    }
}
