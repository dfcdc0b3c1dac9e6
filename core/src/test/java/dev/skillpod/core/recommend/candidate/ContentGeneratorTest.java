package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.content.ContentGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;

class ContentGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        return new ContentGenerator(index);
    }
}
