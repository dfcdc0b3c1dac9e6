package dev.skillpod.app.runtime;

import dev.skillpod.app.config.Settings;
import dev.skillpod.cache.TwoLevelCache;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.text.TextEmbedder;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.store.Database;
import dev.skillpod.store.DatabaseSettings;
import dev.skillpod.store.DatabaseUrl;
import dev.skillpod.store.model.ModelFiles;
import dev.skillpod.store.model.PostgresModelRegistry;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;

/**
 * What every command needs: the database, the embedding model and the model files. Database and embedding model open at the
 * same time, each on its own thread.
 */
public final class Platform implements AutoCloseable {
    private static final int POOL_SIZE = 10;

    private final Database database;
    private final MiniLmEmbedder miniLm;
    private final TextVectors catalogVectors;
    private final TextEmbedder requestEmbedder;
    private final ModelFiles modelFiles;
    private final PostgresModelRegistry registry;

    private Platform(
            Database database, MiniLmEmbedder miniLm, Settings settings, TwoLevelCache cache, String savingAs) {
        this.database = database;
        this.miniLm = miniLm;
        this.catalogVectors = new TextVectors(miniLm, settings.modelPath().resolve("embeddings"));
        this.requestEmbedder = new CachedEmbedder(miniLm, cache);
        this.modelFiles = new ModelFiles(settings.modelPath(), InstantSource.system(), savingAs);
        this.registry = new PostgresModelRegistry(database.models(), modelFiles);
        ModelKinds.names().forEach(registry::adopt);
    }

    /**
     * Opens everything for a command, which shares no cache with others.
     *
     * @throws RuntimeException with one line that says what is missing
     */
    public static Platform open(Settings settings, Progress progress) {
        return open(settings, progress, ownCache(settings), Database::open, "");
    }

    /** Opens everything, beside a service that may use the same embedded database; otherwise like {@link #open}. */
    public static Platform beside(Settings settings, Progress progress) {
        return open(settings, progress, ownCache(settings), Database::beside, "");
    }

    /**
     * Opens everything for the service, which waits for a PostgreSQL that does not answer yet.
     *
     * @throws RuntimeException with one line that says what is missing
     */
    static Platform openPatiently(Settings settings, Progress progress, TwoLevelCache cache) {
        return open(settings, progress, cache, database -> DatabaseWait.open(database, progress), "");
    }

    /**
     * Opens everything for a process that may be killed while it saves; otherwise like {@link #open}.
     *
     * @param savingAs marks what it has not finished saving, see {@link ModelFiles#ModelFiles(java.nio.file.Path, InstantSource,
     *     String)}
     */
    public static Platform marked(Settings settings, Progress progress, String savingAs) {
        return open(settings, progress, ownCache(settings), Database::open, savingAs);
    }

    private static TwoLevelCache ownCache(Settings settings) {
        return TwoLevelCache.local(settings.cacheTtl(), settings.cache().localBytes());
    }

    @SuppressWarnings("FutureReturnValueIgnored") // a model that could not be loaded has nothing to close
    private static Platform open(
            Settings settings,
            Progress progress,
            TwoLevelCache cache,
            Function<DatabaseSettings, Database> opening,
            String savingAs) {
        progress.report("opening the database and the embedding model", 0, 0);
        CompletableFuture<MiniLmEmbedder> embedder = CompletableFuture.supplyAsync(MiniLmEmbedder::load);
        Database database;
        try {
            database = opening.apply(databaseSettings(settings));
        } catch (RuntimeException e) {
            embedder.thenAccept(MiniLmEmbedder::close);
            throw e;
        }
        try {
            return new Platform(database, embedder.join(), settings, cache, savingAs);
        } catch (CompletionException e) {
            database.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    /** Returns which database the settings mean. */
    public static DatabaseSettings databaseSettings(Settings settings) {
        Optional<DatabaseUrl> url = settings.databaseUrl().map(DatabaseUrl::parse);
        return new DatabaseSettings(url, settings.dataPath().resolve("postgres"), POOL_SIZE);
    }

    /** Returns the feature store. */
    public Database database() {
        return database;
    }

    /** Returns the embedder of the catalogue's texts, which are kept on disk. */
    public TextVectors catalogVectors() {
        return catalogVectors;
    }

    /** Returns the embedder of texts in requests, which are kept in memory for a while. */
    public TextEmbedder requestEmbedder() {
        return requestEmbedder;
    }

    /** Returns the versions of models, and which of them answer. */
    public PostgresModelRegistry registry() {
        return registry;
    }

    /** Returns the folder of trained models. */
    public ModelFiles modelFiles() {
        return modelFiles;
    }

    @Override
    public void close() {
        database.close();
        miniLm.close();
    }
}
