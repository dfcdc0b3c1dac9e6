package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.ModelVersions;
import dev.skillpod.app.serving.StoreUnavailableException;
import dev.skillpod.core.model.ModelAlias;
import dev.skillpod.core.model.ModelAliases;
import dev.skillpod.core.model.ModelEvent;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.model.Promotion;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The registry of the running service. Judging needs memory and time, so one version is judged at a time. */
final class StoredModelVersions implements ModelVersions {
    private static final Duration RETRY = Duration.ofSeconds(30);

    private final ServiceRuntime runtime;
    private final ReentrantLock judging = new ReentrantLock();

    StoredModelVersions(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    private PostgresModelRegistry registry() {
        return runtime.platform().registry();
    }

    @Override
    public List<String> models() {
        return ModelKinds.names();
    }

    @Override
    public List<ModelVersion> versions(String model) {
        return registry().versions(model);
    }

    @Override
    public Optional<ModelVersion> find(String model, String version) {
        return registry().find(model, version);
    }

    @Override
    public boolean sound(String model, String version) {
        return registry().sound(model, version);
    }

    @Override
    public ModelAliases aliases(String model) {
        return registry().aliases(model);
    }

    @Override
    public List<ModelEvent> history(String model, int limit) {
        return registry().history(model, limit);
    }

    @Override
    public ModelAliases promote(Promotion wish) {
        if (!judging.tryLock()) {
            throw new StoreUnavailableException("another version is being judged", RETRY, null);
        }
        try {
            return runtime.promotions(Progress.SILENT).promote(wish);
        } finally {
            judging.unlock();
        }
    }

    @Override
    public ModelAliases rollback(String model, String by, @Nullable String reason) {
        return Promotions.rollback(registry(), model, by, reason);
    }

    @Override
    public ModelAliases clear(String model, ModelAlias alias, String by, @Nullable String reason) {
        return registry().clear(model, alias, by, reason);
    }

    @Override
    public ModelAliases share(String model, double challengerShare, String by) {
        return registry().share(model, challengerShare, by);
    }
}
