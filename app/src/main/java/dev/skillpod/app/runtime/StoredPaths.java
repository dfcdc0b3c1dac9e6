package dev.skillpod.app.runtime;

import dev.skillpod.app.serving.PathLog;
import dev.skillpod.store.StoredPath;
import java.util.Optional;
import java.util.UUID;

/** Learning paths in the database. */
final class StoredPaths implements PathLog {

    private final ServiceRuntime runtime;

    StoredPaths(ServiceRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public boolean add(PlannedPath path) {
        return DatabaseCall.make(() ->
                runtime.trace().stage("store", () -> runtime.database().paths().add(stored(path))));
    }

    @Override
    public Optional<PlannedPath> find(String tenantId, UUID id) {
        runtime.trace().tenant(tenantId);
        return runtime.trace()
                .stage(
                        "store",
                        () -> runtime.database().paths().find(tenantId, id).map(StoredPaths::planned));
    }

    @Override
    public boolean replace(PlannedPath path) {
        return runtime.trace().stage("store", () -> runtime.database().paths().replace(stored(path)));
    }

    private static StoredPath stored(PlannedPath path) {
        return new StoredPath(
                path.id(),
                path.learner(),
                path.version(),
                path.policy(),
                path.modelVersion(),
                path.document(),
                path.createdAt(),
                path.updatedAt());
    }

    private static PlannedPath planned(StoredPath path) {
        return new PlannedPath(
                path.id(),
                path.learner(),
                path.version(),
                path.policy(),
                path.modelVersion(),
                path.document(),
                path.createdAt(),
                path.updatedAt());
    }
}
