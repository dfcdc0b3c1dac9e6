package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.itemitem.NextContentGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;

class NextContentGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        return new NextContentGenerator();
    }
}
