package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.ModelStatus.LoadedModel;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.model.CorruptModelException;
import dev.skillpod.store.model.StoredModel;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A version of a model, read.
 *
 * @param stored the version as it is kept
 * @param trained what is in it
 * @param <T> the kind of model
 */
public record CurrentModel<T>(StoredModel stored, T trained) {
    private static final Logger LOG = LoggerFactory.getLogger(CurrentModel.class);

    /**
     * Reads the champion; empty when there is none, or none that this program can read, which is then logged.
     *
     * @param model the name under which versions are kept
     * @param reader makes the model of its files and provenance
     */
    static <T> Optional<CurrentModel<T>> read(
            Platform platform, String model, BiFunction<Map<String, byte[]>, Provenance, T> reader) {
        try {
            return platform.registry()
                    .aliases(model)
                    .champion()
                    .map(version -> platform.registry().load(model, version))
                    .map(stored -> new CurrentModel<>(stored, reader.apply(stored.files(), stored.provenance())));
        } catch (CorruptModelException | IllegalArgumentException e) {
            LOG.error("the champion is refused: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /** Returns how the status names it. */
    LoadedModel loaded(String model) {
        return new LoadedModel(model, stored.version(), stored.provenance());
    }
}
