package dev.skillpod.core.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which versions of a model the aliases name now.
 *
 * @param model the model's name
 * @param versions versions by alias; an alias that names none is not there
 * @param challengerShare share of the learners that the challenger answers, in [0, {@value #MOST_SHARE}]
 */
public record ModelAliases(String model, Map<ModelAlias, String> versions, double challengerShare) {
    /** The champion answers at least half of the learners. */
    public static final double MOST_SHARE = 0.5;

    public ModelAliases {
        versions = Map.copyOf(versions);
        if (!(challengerShare >= 0 && challengerShare <= MOST_SHARE)) {
            throw new IllegalArgumentException(
                    "challengerShare must be in [0, " + MOST_SHARE + "], was " + challengerShare);
        }
    }

    /** The aliases of a model that has none. */
    public static ModelAliases none(String model) {
        return new ModelAliases(model, Map.of(), 0);
    }

    /** Returns the version that an alias names. */
    public Optional<String> version(ModelAlias alias) {
        return Optional.ofNullable(versions.get(alias));
    }

    /** Returns the version that answers. */
    public Optional<String> champion() {
        return version(ModelAlias.CHAMPION);
    }

    /** Returns the aliases that name a version, champion first. */
    public List<ModelAlias> of(String version) {
        var named = new ArrayList<ModelAlias>();
        for (ModelAlias alias : ModelAlias.values()) {
            if (version.equals(versions.get(alias))) {
                named.add(alias);
            }
        }
        return named;
    }
}
