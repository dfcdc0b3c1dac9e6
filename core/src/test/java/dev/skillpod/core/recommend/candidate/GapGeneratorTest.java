package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.gap.GapGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;

class GapGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        return new GapGenerator();
    }
}
