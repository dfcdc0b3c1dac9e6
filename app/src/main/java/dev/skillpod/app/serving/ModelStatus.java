package dev.skillpod.app.serving;

import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is loaded and whether the service can answer. Thread-safe, without I/O. */
public interface ModelStatus {
    /** Returns the models that answer requests now, in a stable order. */
    List<LoadedModel> loaded();

    /** Returns what every version that is loaded in this process does here. */
    default List<Role> roles() {
        return loaded().stream()
                .map(model -> new Role(model.name(), model.version(), ModelAlias.CHAMPION))
                .toList();
    }

    /** Returns what the aliases named when this process looked last, by model. */
    default Map<String, ModelAliases> aliases() {
        return Map.of();
    }

    /** Returns how far shadows agree with what was answered, by model. */
    default Map<String, ShadowAgreement> shadows() {
        return Map.of();
    }

    /** Returns why requests cannot be answered yet, in a few plain words; empty when they can. */
    Optional<String> notReady();

    /**
     * A model in service.
     *
     * @param name its part in the recommender, such as {@code als}
     * @param version its version in the registry
     * @param provenance where it comes from
     */
    record LoadedModel(String name, String version, Provenance provenance) {}

    /**
     * What a loaded version does.
     *
     * @param model the model's name
     * @param version its version in the registry
     * @param alias answers as the champion, answers a share as the challenger, or is asked as the shadow
     */
    record Role(String model, String version, ModelAlias alias) {}
}
