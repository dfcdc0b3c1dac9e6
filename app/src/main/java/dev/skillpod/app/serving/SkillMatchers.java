package dev.skillpod.app.serving;

import org.jspecify.annotations.Nullable;

/** Gives the matcher of the current catalogue, built once per snapshot. Thread-safe. */
public final class SkillMatchers {
    private final CatalogSource source;
    private volatile @Nullable SkillMatcher current;

    /** Follows a source. */
    public SkillMatchers(CatalogSource source) {
        this.source = source;
    }

    /** Returns the matcher of the current snapshot. */
    public SkillMatcher current() {
        SkillMatcher matcher = current;
        var catalog = source.catalog();
        if (matcher == null || matcher.catalog() != catalog) {
            matcher = new SkillMatcher(catalog);
            current = matcher;
        }
        return matcher;
    }
}
