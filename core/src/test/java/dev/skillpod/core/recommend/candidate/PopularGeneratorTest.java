package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.popular.PopularGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;

class PopularGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        return new PopularGenerator();
    }
}
