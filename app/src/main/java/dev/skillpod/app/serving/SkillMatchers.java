package dev.skillpod.app.serving;

/** Gives the matcher of the current catalogue, built once per snapshot. Thread-safe. */
public final class SkillMatchers {
    private final CatalogSource source;
    private volatile SkillMatcher current;

    /** Follows a source. */
    public SkillMatchers(CatalogSource source) {
        this.source = source;
        this.current = new SkillMatcher(source.catalog());
    }

    /** Returns the matcher of the current snapshot. */
    public SkillMatcher current() {
        SkillMatcher matcher = current;
        var catalog = source.catalog();
        if (matcher.catalog() != catalog) {
            matcher = new SkillMatcher(catalog);
            current = matcher;
        }
        return matcher;
    }
}
