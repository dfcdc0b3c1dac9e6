package dev.skillpod.app.runtime;

import dev.skillpod.cache.Fingerprint;
import dev.skillpod.core.catalog.Catalog;

/** Names what answers are made of by its content, not by a number that another database may have given to another content. */
final class ContentOf {
    private ContentOf() {}

    /** Returns the fingerprint of a catalogue, the order of its rows included. */
    static String catalog(Catalog catalog) {
        return Fingerprint.of(
                catalog.skills(),
                catalog.roles(),
                catalog.contents(),
                catalog.skills().stream()
                        .map(skill -> catalog.prerequisites().requiredBy(skill.id()))
                        .toList());
    }
}
