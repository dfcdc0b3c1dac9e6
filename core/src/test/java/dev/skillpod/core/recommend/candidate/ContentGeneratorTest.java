package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.math.VectorIndex;
import dev.skillpod.core.recommend.candidate.content.ContentGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;
import java.util.Arrays;

class ContentGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        var embedding = index.embedding();
        return new ContentGenerator(
                VectorIndex.of(embedding.embedder().dimension(), Arrays.asList(embedding.contents())));
    }
}
