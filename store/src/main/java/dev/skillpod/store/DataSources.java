package dev.skillpod.store;

import dev.skillpod.core.catalog.DataSource;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** What a set of rows may be called in an answer. */
final class DataSources {
    private DataSources() {}

    /** Returns {@code real}, {@code synthetic} or {@code mixed}; nothing counts as real. */
    static String label(@Nullable Collection<String> sources) {
        boolean synthetic = sources != null && sources.contains(DataSource.SYNTHETIC.name());
        boolean real = sources == null || sources.isEmpty() || sources.contains(DataSource.REAL.name());
        return synthetic && real ? "mixed" : synthetic ? "synthetic" : "real";
    }
}
