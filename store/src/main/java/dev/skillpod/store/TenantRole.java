package dev.skillpod.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The role in which a login that row-level security does not bind (a superuser, as in the embedded PostgreSQL) does its work.
 * A login that is bound works as itself.
 */
final class TenantRole {
    private static final Logger log = LoggerFactory.getLogger(TenantRole.class);
    private static final String NAME = "skillpod_tenant";

    /** Two services that start together must not grant at the same time. */
    private static final long LOCK = 0x5ECB1D;

    private TenantRole() {}

    /**
     * Makes the role when it is needed, and lets it use every table.
     *
     * @return the statement that takes the role on, to be run on every new connection; empty when none is needed
     */
    static Optional<String> prepare(Connection connection) throws SQLException {
        if (!one(connection, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user")) {
            return Optional.empty();
        }
        boolean committing = connection.getAutoCommit();
        connection.setAutoCommit(false);
        try (Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_advisory_xact_lock(" + LOCK + ")");
            if (!one(connection, "SELECT EXISTS (SELECT FROM pg_roles WHERE rolname = '" + NAME + "')")) {
                statement.execute("CREATE ROLE " + NAME + " NOLOGIN NOSUPERUSER NOBYPASSRLS");
            }
            for (String grant : missing(statement)) {
                statement.execute(grant);
            }
            connection.commit();
            return Optional.of("SET ROLE " + NAME);
        } catch (SQLException e) {
            connection.rollback();
            log.warn(
                    "the database login bypasses row-level security and may not create the role {}: tenants are kept"
                            + " apart by the queries alone ({})",
                    NAME,
                    e.getMessage());
            return Optional.empty();
        } finally {
            connection.setAutoCommit(committing);
        }
    }

    private static List<String> missing(Statement statement) throws SQLException {
        var grants = new ArrayList<String>();
        try (ResultSet row = statement.executeQuery("""
            SELECT format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO skillpod_tenant', c.oid::regclass)
            FROM pg_class c WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind IN ('r', 'p', 'v')
                AND c.relowner = current_user::regrole
                AND NOT (has_table_privilege('skillpod_tenant', c.oid, 'SELECT')
                    AND has_table_privilege('skillpod_tenant', c.oid, 'DELETE'))
            UNION ALL SELECT format('GRANT USAGE ON SCHEMA %I TO skillpod_tenant', current_schema())
            WHERE NOT has_schema_privilege('skillpod_tenant', current_schema(), 'USAGE')
            UNION ALL SELECT format('GRANT TEMPORARY ON DATABASE %I TO skillpod_tenant', current_database())
            WHERE NOT has_database_privilege('skillpod_tenant', current_database(), 'TEMPORARY')
            UNION ALL SELECT format('GRANT skillpod_tenant TO %I', current_user)
            WHERE NOT pg_has_role(current_user, 'skillpod_tenant', 'MEMBER')\
            """)) {
            while (row.next()) {
                grants.add(row.getString(1));
            }
        }
        return grants;
    }

    private static boolean one(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
