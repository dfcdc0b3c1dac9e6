package dev.skillpod.app.command;

import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.ModelKinds;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.core.model.ModelVersion;
import dev.skillpod.core.model.NoSuchVersionException;
import dev.skillpod.store.Database;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.time.InstantSource;

/** The registry for commands that need nothing else of the service; beside a service that runs, if one does. */
final class RegistryAccess implements AutoCloseable {
    private final Database database;
    private final PostgresModelRegistry registry;

    private RegistryAccess(Database database, PostgresModelRegistry registry) {
        this.database = database;
        this.registry = registry;
    }

    static RegistryAccess open() {
        Settings settings = Settings.read(System.getenv());
        Database database = Database.beside(Platform.databaseSettings(settings));
        var files = new ModelFiles(settings.modelPath(), InstantSource.system());
        var registry = new PostgresModelRegistry(database.models(), files);
        ModelKinds.names().forEach(registry::adopt);
        return new RegistryAccess(database, registry);
    }

    PostgresModelRegistry registry() {
        return registry;
    }

    ModelVersion version(String model, String version) {
        return registry.find(ModelKinds.named(model).name(), version)
                .orElseThrow(() -> new NoSuchVersionException(model, version));
    }

    @Override
    public void close() {
        database.close();
    }
}
