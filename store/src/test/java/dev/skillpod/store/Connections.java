package dev.skillpod.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** Connections beside the store, as an administrator would open them. */
final class Connections {
    private Connections() {}

    static Connection open(Database database) throws SQLException {
        return DriverManager.getConnection(
                database.url().jdbcUrl(), database.url().driverProperties());
    }
}
