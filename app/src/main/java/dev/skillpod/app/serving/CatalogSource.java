package dev.skillpod.app.serving;

import dev.skillpod.core.catalog.Catalog;

/** Where the current catalogue comes from. Thread-safe; asked once or more per request, so it must not do I/O. */
@FunctionalInterface
public interface CatalogSource {
    /** Returns the current snapshot; the same object until the catalogue changes. */
    Catalog catalog();
}
