package dev.skillpod.core.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The versions of all models, the aliases that name some of them, and everything that happened to them. The one truth about
 * which version answers, for every process that shares it. Thread-safe, also between processes.
 */
public interface ModelRegistry {
    /**
     * Keeps a new version; no alias moves. The same content registered twice is one version.
     *
     * @param model the model's name: lower-case letters, digits and hyphens
     * @param files contents by name
     * @param by who registers it
     */
    ModelVersion register(String model, Map<String, byte[]> files, Provenance provenance, String by);

    /** Returns the versions of a model, newest first. */
    List<ModelVersion> versions(String model);

    /** Returns a version. */
    Optional<ModelVersion> find(String model, String version);

    /** Returns what the aliases of a model name now. */
    ModelAliases aliases(String model);

    /**
     * Keeps the gate's verdict about a version; one that did not pass is also told by the history.
     *
     * @throws NoSuchVersionException when there is no such version
     */
    void judged(String model, String version, GateVerdict verdict, String by);

    /**
     * Lets an alias name a version. The champion needs a verdict that passed and was given against the champion of now, unless
     * it is forced; challenger and shadow need none.
     *
     * @return the aliases afterwards
     * @throws NoSuchVersionException when there is no such version
     * @throws PromotionRefusedException when there is no such verdict
     */
    ModelAliases promote(Promotion promotion);

    /**
     * Lets champion be the version that was champion before, and before that when that one is not usable.
     *
     * @param usable whether a version can be served
     * @return the aliases afterwards
     * @throws NothingToRollBackException when no earlier champion is usable
     */
    ModelAliases rollback(String model, Predicate<String> usable, String by, @Nullable String reason);

    /** Takes an alias other than the champion away; nothing happens when it names no version. */
    ModelAliases clear(String model, ModelAlias alias, String by, @Nullable String reason);

    /** Sets the share of the learners that the challenger answers, in [0, {@value ModelAliases#MOST_SHARE}]. */
    ModelAliases share(String model, double challengerShare, String by);

    /** Tells the history that a version was refused by who should have served it. */
    void refused(String model, String version, String by, String reason);

    /** Returns what happened to a model, newest first. */
    List<ModelEvent> history(String model, int limit);
}
