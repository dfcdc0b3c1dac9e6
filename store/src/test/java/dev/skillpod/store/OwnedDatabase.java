package dev.skillpod.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

/** A database of its own on the shared server, whose owner is no superuser: what DATABASE_URL usually names. */
final class OwnedDatabase {
    private OwnedDatabase() {}

    static Database open() {
        String name = "owned_" + Long.toHexString(System.nanoTime());
        DatabaseUrl server = SharedDatabase.get().url();
        try (var connection = Connections.open(SharedDatabase.get());
                var statement = connection.createStatement()) {
            statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD 'secret'");
            statement.execute("CREATE DATABASE " + name + " OWNER " + name);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        var url = new DatabaseUrl(server.hosts(), name, name, "secret", Map.of());
        return Database.open(new DatabaseSettings(Optional.of(url), Path.of("unused"), 4));
    }
}
