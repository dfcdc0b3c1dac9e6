package dev.skillpod.core.catalog;

/** Whether a row was observed in the world or made by a simulator. Everything synthetic is labelled so in answers. */
public enum DataSource {
    /** Observed: sent by a platform or imported from a real source. */
    REAL,
    /** Made by the starter world's simulator, or hand-written for it. */
    SYNTHETIC
}
