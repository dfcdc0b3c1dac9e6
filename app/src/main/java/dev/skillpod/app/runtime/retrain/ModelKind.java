package dev.skillpod.app.runtime.retrain;

import dev.skillpod.app.runtime.GapModelFiles;
import dev.skillpod.app.runtime.RecommenderFiles;
import dev.skillpod.app.runtime.Training;
import dev.skillpod.core.model.Progress;
import java.util.List;
import java.util.Optional;

/**
 * A kind of model that can be trained: a new kind is one line in {@link #ALL}.
 *
 * @param name the name under which its versions are kept
 * @param fitting how it is trained
 */
public record ModelKind(String name, Fitting fitting) {
    /** All kinds, in the order in which they are trained. */
    public static final List<ModelKind> ALL = List.of(
            new ModelKind(RecommenderFiles.MODEL, Training::fitRecommender),
            new ModelKind(GapModelFiles.MODEL, Training::fitGaps));

    /** Trains a model and keeps nothing. */
    @FunctionalInterface
    public interface Fitting {
        /** Trains. Throws what the trainer throws when there is too little data. */
        Training.Fitted fit(Training training, long seed, int threads, Progress progress);
    }

    /** Returns the names of all kinds. */
    public static List<String> names() {
        return ALL.stream().map(ModelKind::name).toList();
    }

    /** Returns the kind of that name. */
    public static Optional<ModelKind> of(String name) {
        return ALL.stream().filter(kind -> kind.name().equals(name)).findFirst();
    }
}
