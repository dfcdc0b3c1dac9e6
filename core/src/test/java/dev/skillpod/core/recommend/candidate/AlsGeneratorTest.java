package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.als.AlsGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;

class AlsGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        return new AlsGenerator();
    }
}
