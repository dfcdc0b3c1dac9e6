package dev.skillpod.store.model;

import dev.skillpod.store.StoreException;
import org.jspecify.annotations.Nullable;

/** A stored model that is not what was saved: a file is missing, altered or malformed. The message names the file. */
public final class CorruptModelException extends StoreException {
    private final String file;

    CorruptModelException(String version, String file, String problem, @Nullable Throwable cause) {
        super("model " + version + ": " + file + " " + problem, cause);
        this.file = file;
    }

    CorruptModelException(String version, String file, String problem) {
        this(version, file, problem, null);
    }

    /** Returns the name of the offending file. */
    public String file() {
        return file;
    }
}
