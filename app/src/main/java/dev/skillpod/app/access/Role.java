package dev.skillpod.app.access;

import java.util.Locale;

/** What a key is for. */
public enum Role {
    /** Asks: recommendations, gaps, trends, paths, the jobs and profiles of its tenant, the catalogue. */
    CALLER,
    /** Writes: events, profiles, the catalogue, demand, postings; exports and erases learners. */
    INGEST,
    /** Everything, keys and models among it. */
    ADMIN;

    /** Returns the name on the wire and on the command line. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
