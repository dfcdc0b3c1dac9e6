package dev.skillpod.core.recommend.candidate;

import dev.skillpod.core.recommend.candidate.itemitem.ItemItemGenerator;
import dev.skillpod.core.recommend.state.CatalogIndex;

class ItemItemGeneratorTest extends CandidateGeneratorConformance {
    @Override
    CandidateGenerator generator(CatalogIndex index) {
        return new ItemItemGenerator();
    }
}
