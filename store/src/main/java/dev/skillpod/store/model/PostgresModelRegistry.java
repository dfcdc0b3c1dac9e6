package dev.skillpod.store.model;

import dev.skillpod.core.model.GateVerdict;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelRegistry;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.core.model.PromotionRefusedException;
import dev.skillpod.core.model.Provenance;
import dev.skillpod.store.ModelStore;
import dev.skillpod.store.StoreException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The registry: what is said about versions in PostgreSQL, their files in a folder. The folder's {@code current} repeats the
 * champion for programs that know no registry, and is asked only when the registry knows no champion.
 */
public final class PostgresModelRegistry implements ModelRegistry {
    private static final Logger log = LoggerFactory.getLogger(PostgresModelRegistry.class);
    private static final String ADOPTED = "adoption";

    private final ModelStore store;
    private final ModelFiles files;

    /** Joins tables and folder. */
    public PostgresModelRegistry(ModelStore store, ModelFiles files) {
        this.store = store;
        this.files = files;
    }

    /**
     * Makes sound versions known that lie in the folder only: of earlier programs, copied there, or after a database was lost.
     * Where there is no champion, the one that {@code current} names becomes it. Damaged ones are left alone.
     */
    public void adopt(String model) {
        Set<String> known =
                store.versions(model).stream().map(ModelVersion::version).collect(Collectors.toSet());
        for (String version : files.versions(model)) {
            if (!known.contains(version)) {
                try {
                    StoredModel found = files.load(model, version);
                    store.add(model, version, found.manifestSha256(), found.provenance(), ADOPTED);
                } catch (CorruptModelException e) {
                    log.warn("a version in the folder is not adopted: {}", e.getMessage());
                }
            }
        }
        if (store.aliases(model).champion().isEmpty()) {
            current(model)
                    .filter(version -> store.find(model, version).isPresent())
                    .ifPresent(version ->
                            store.adoptChampion(model, version, ADOPTED, "it was the current version of the folder"));
        }
    }

    private Optional<String> current(String model) {
        try {
            return files.currentVersion(model);
        } catch (CorruptModelException e) {
            log.warn("{}", e.getMessage());
            return Optional.empty();
        }
    }

    @Override
    public ModelVersion register(String model, Map<String, byte[]> content, Provenance provenance, String by) {
        String version = files.stage(model, content, provenance);
        store.add(model, version, files.load(model, version).manifestSha256(), provenance, by);
        return store.find(model, version).orElseThrow();
    }

    /**
     * Loads a version that is what was registered.
     *
     * @throws CorruptModelException when it is not, or not there
     */
    public StoredModel load(String model, String version) {
        StoredModel loaded = files.load(model, version);
        String registered = store.manifest(model, version).orElse(loaded.manifestSha256());
        if (!registered.equals(loaded.manifestSha256())) {
            throw new CorruptModelException(
                    model + "/" + version, Manifest.FILE, "was altered: it is not the one registered");
        }
        return loaded;
    }

    /** Returns whether the files of a version are there and are what was registered. */
    public boolean sound(String model, String version) {
        try {
            load(model, version);
            return true;
        } catch (CorruptModelException e) {
            log.warn("{}", e.getMessage());
            return false;
        }
    }

    /** Returns the champion of now, the one before, and so on, as promotions and rollbacks left them. */
    public List<String> champions(String model) {
        return store.champions(model);
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return store.versions(model);
    }

    @Override
    public Optional<ModelVersion> find(String model, String version) {
        return store.find(model, version);
    }

    @Override
    public ModelAliases aliases(String model) {
        return store.aliases(model);
    }

    @Override
    public void judged(String model, String version, GateVerdict verdict, String by) {
        store.judged(model, version, verdict, by);
    }

    @Override
    public ModelAliases promote(Promotion wish) {
        if (store.find(wish.model(), wish.version()).isPresent()) {
            try {
                load(wish.model(), wish.version());
            } catch (CorruptModelException e) {
                String why = String.valueOf(e.getMessage());
                store.refused(wish.model(), wish.version(), wish.by(), why);
                throw new PromotionRefusedException(wish.model(), wish.version(), null, why);
            }
        }
        return mirrored(store.promote(wish));
    }

    @Override
    public ModelAliases rollback(String model, Predicate<String> usable, String by, @Nullable String reason) {
        return mirrored(store.rollback(model, version -> sound(model, version) && usable.test(version), by, reason));
    }

    @Override
    public ModelAliases clear(String model, ModelAlias alias, String by, @Nullable String reason) {
        return store.clear(model, alias, by, reason);
    }

    @Override
    public ModelAliases share(String model, double challengerShare, String by) {
        return store.share(model, challengerShare, by);
    }

    @Override
    public void refused(String model, String version, String by, String reason) {
        store.refused(model, version, by, reason);
    }

    @Override
    public List<ModelEvent> history(String model, int limit) {
        return store.history(model, limit);
    }

    /** Repeats the champion in the folder; the tables stay the truth when that fails. */
    private ModelAliases mirrored(ModelAliases now) {
        now.champion().ifPresent(version -> {
            try {
                files.promote(now.model(), version);
            } catch (StoreException e) {
                log.warn("current does not repeat the champion: {}", e.getMessage());
            }
        });
        return now;
    }
}
