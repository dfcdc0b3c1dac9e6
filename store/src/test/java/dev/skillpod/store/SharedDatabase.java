package dev.skillpod.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.UUID;

/** One embedded PostgreSQL for all integration tests of this JVM; tests keep apart by tenant or by random ids. */
final class SharedDatabase {
    private static final Database DATABASE = openFresh(Path.of("target", "it-postgres"));

    private SharedDatabase() {}

    static Database get() {
        return DATABASE;
    }

    /** A tenant, skill or content id that no other test uses. */
    static String unique(String prefix) {
        return prefix + "-" + UUID.randomUUID();
    }

    private static Database openFresh(Path directory) {
        if (Files.exists(directory)) {
            try (var files = Files.walk(directory)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return Database.open(DatabaseSettings.embedded(directory));
    }
}
