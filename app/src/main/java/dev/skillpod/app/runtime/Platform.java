package dev.skillpod.app.runtime;

import dev.skillpod.app.config.Settings;
import dev.skillpod.core.model.Progress;
import dev.skillpod.core.text.TextEmbedder;
import dev.skillpod.embedding.MiniLmEmbedder;
import dev.skillpod.store.Database;
import dev.skillpod.store.DatabaseSettings;
import dev.skillpod.store.DatabaseUrl;
import dev.skillpod.store.model.ModelFiles;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

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

    private Platform(Database database, MiniLmEmbedder miniLm, Settings settings, String savingAs) {
        this.database = database;
        this.miniLm = miniLm;
        this.catalogVectors = new TextVectors(miniLm, settings.modelPath().resolve("embeddings"));
        this.requestEmbedder = new CachedEmbedder(miniLm, settings.cacheTtl());
        this.modelFiles = new ModelFiles(settings.modelPath(), InstantSource.system(), savingAs);
    }

    /**
     * Opens everything.
     *
     * @throws RuntimeException with one line that says what is missing
     */
    public static Platform open(Settings settings, Progress progress) {
        return open(settings, progress, "");
    }

    /**
     * Opens everything for a process that may be killed while it saves.
     *
     * @param savingAs marks what it has not finished saving, see {@link ModelFiles#ModelFiles(java.nio.file.Path, InstantSource,
     *     String)}
     */
    @SuppressWarnings("FutureReturnValueIgnored") // a model that could not be loaded has nothing to close
    public static Platform open(Settings settings, Progress progress, String savingAs) {
        progress.report("opening the database and the embedding model", 0, 0);
        CompletableFuture<MiniLmEmbedder> embedder = CompletableFuture.supplyAsync(MiniLmEmbedder::load);
        Database database;
        try {
            database = Database.open(databaseSettings(settings));
        } catch (RuntimeException e) {
            embedder.thenAccept(MiniLmEmbedder::close);
            throw e;
        }
        try {
            return new Platform(database, embedder.join(), settings, savingAs);
        } catch (CompletionException e) {
            database.close();
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static DatabaseSettings databaseSettings(Settings settings) {
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
