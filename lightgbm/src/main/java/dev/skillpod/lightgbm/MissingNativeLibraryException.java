package dev.skillpod.lightgbm;

import dev.skillpod.core.tree.TreeTrainingException;
import org.jspecify.annotations.Nullable;

/** Says that LightGBM's native code cannot be loaded on this machine, and what to install. */
public final class MissingNativeLibraryException extends TreeTrainingException {
    private static final long serialVersionUID = 1L;

    MissingNativeLibraryException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
