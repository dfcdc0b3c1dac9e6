package dev.skillpod.store.imports;

/** What the files to import look like. */
public enum ImportFormat {
    /** Recognise it by names and first lines. */
    AUTO,
    /** CSV and NDJSON files named after what they hold: skills, roles, contents, events, ... */
    FOLDER,
    /** The text files of the O*NET database. */
    ONET,
    /** A plain log of {@code user item value time}. */
    LOG,
    /** A list of free courses and books: {@code kind,section,subsection,title,url,note}. */
    COURSES
}
