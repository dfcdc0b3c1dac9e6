package dev.skillpod.app.serving;

import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.core.model.NothingToRollBackException;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The versions of the models, which of them answers, and how that changes. Thread-safe. */
public interface ModelVersions {
    /** Returns the names of the models there can be. */
    List<String> models();

    /** Returns the versions of a model, newest first. */
    List<ModelVersion> versions(String model);

    /** Returns a version. */
    Optional<ModelVersion> find(String model, String version);

    /** Returns whether the files of a version are there, and are what was registered. */
    boolean sound(String model, String version);

    /** Returns what the aliases of a model name now. */
    ModelAliases aliases(String model);

    /** Returns what happened to a model, newest first. */
    List<ModelEvent> history(String model, int limit);

    /**
     * Lets an alias name a version; the gate judges one that shall become the champion, unless it is forced.
     *
     * @throws NoSuchVersionException when there is no such version
     * @throws PromotionRefusedException when the gate refuses it
     * @throws StoreUnavailableException while another one is judged
     */
    ModelAliases promote(Promotion wish);

    /**
     * Lets the champion be the version before it.
     *
     * @throws NothingToRollBackException when there is none that can be served
     */
    ModelAliases rollback(String model, String by, @Nullable String reason);

    /** Takes the alias challenger or shadow away. */
    ModelAliases clear(String model, ModelAlias alias, String by, @Nullable String reason);

    /** Sets the share of the learners that the challenger answers. */
    ModelAliases share(String model, double challengerShare, String by);
}
