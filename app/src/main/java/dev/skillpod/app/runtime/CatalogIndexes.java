package dev.skillpod.app.runtime;

import dev.skillpod.core.catalog.Catalog;
import dev.skillpod.core.recommend.state.CatalogEmbedding;
import dev.skillpod.core.recommend.state.CatalogIndex;

/** Indexes catalogues: embeds what is new in them and remembers it for the next start. */
public final class CatalogIndexes {
    private CatalogIndexes() {}

    /** Returns the index of a catalogue, whose texts come from the disk where they were embedded before. */
    public static CatalogIndex of(Catalog catalog, Platform platform) {
        CatalogEmbedding embedded = CatalogEmbedding.of(catalog, platform.catalogVectors());
        platform.catalogVectors().save();
        var serving = new CatalogEmbedding(
                platform.requestEmbedder(), embedded.contents(), embedded.skills(), embedded.roles());
        return new CatalogIndex(catalog, serving);
    }
}
