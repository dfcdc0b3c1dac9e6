package dev.skillpod.store;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which PostgreSQL to use.
 *
 * @param url an existing PostgreSQL, or empty for an embedded one
 * @param directory where the embedded PostgreSQL keeps its files; not used with a url
 * @param poolSize connections kept open at most, in [2, 200]
 */
public record DatabaseSettings(Optional<DatabaseUrl> url, Path directory, int poolSize) {
    /** Where the embedded PostgreSQL keeps its files unless told otherwise. */
    public static final Path DEFAULT_DIRECTORY = Path.of("data", "postgres");

    private static final int DEFAULT_POOL_SIZE = 12;

    public DatabaseSettings {
        if (poolSize < 2 || poolSize > 200) {
            throw new IllegalArgumentException("poolSize must be in [2, 200], was " + poolSize);
        }
    }

    /**
     * Takes the value of {@code DATABASE_URL}: null or blank means an embedded PostgreSQL in {@code ./data/postgres}.
     *
     * @throws IllegalArgumentException when the URL is malformed
     */
    public static DatabaseSettings of(@Nullable String databaseUrl) {
        return databaseUrl == null || databaseUrl.isBlank()
                ? embedded(DEFAULT_DIRECTORY)
                : new DatabaseSettings(
                        Optional.of(DatabaseUrl.parse(databaseUrl)), DEFAULT_DIRECTORY, DEFAULT_POOL_SIZE);
    }

    /** An embedded PostgreSQL in that directory. */
    public static DatabaseSettings embedded(Path directory) {
        return new DatabaseSettings(Optional.empty(), directory, DEFAULT_POOL_SIZE);
    }
}
