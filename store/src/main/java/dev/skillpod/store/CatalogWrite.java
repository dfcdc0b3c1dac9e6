package dev.skillpod.store;

import java.util.List;

/**
 * What a write to the catalogue did.
 *
 * @param written records added or replaced
 * @param version the catalogue's version with this write
 * @param unknownReferences references of these records to ids that do not exist; they were stored, and find nothing until
 *     the ids exist
 */
public record CatalogWrite(int written, long version, List<UnknownReference> unknownReferences) {
    public CatalogWrite {
        unknownReferences = List.copyOf(unknownReferences);
    }
}
