package dev.skillpod.store;

import java.nio.file.Path;
import java.util.UUID;

/** One embedded PostgreSQL for all integration tests of this JVM; tests keep apart by tenant or by random ids. */
final class SharedDatabase {
    private static final Database DATABASE =
            Database.open(DatabaseSettings.embedded(Path.of("target", "it-postgres-" + UUID.randomUUID())));

    private SharedDatabase() {}

    static Database get() {
        return DATABASE;
    }

    /** A tenant, skill or content id that no other test uses. */
    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }
}
