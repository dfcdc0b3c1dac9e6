package dev.skillpod.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Whose rows a transaction may see and write, as row-level security enforces it. A transaction without a reach sees what all
 * tenants share and no learner's row.
 */
sealed interface Reach {
    /** Puts in front of a query what lets it see one tenant; its first value is the tenant, its first result of no use. */
    String TENANT_FIRST = "SELECT set_config('skillpod.tenant', ?, true); ";

    /** All tenants: training, counting, imports, and the upkeep of jobs. */
    Reach ALL = new All();

    /** All tenants, as the owner of the tables: for COPY into them and for changing their indexes. */
    Reach OWNER = new Owner();

    /** The rows of one tenant. */
    static Reach of(String tenantId) {
        return new Tenant(tenantId);
    }

    /** Takes effect until the transaction ends. */
    void on(Connection transaction) throws SQLException;

    /** One tenant. */
    record Tenant(String id) implements Reach {
        @Override
        public void on(Connection transaction) throws SQLException {
            try (PreparedStatement set =
                    transaction.prepareStatement("SELECT set_config('skillpod.tenant', ?, true)")) {
                set.setString(1, id);
                set.execute();
            }
        }
    }

    /** Every tenant. */
    record All() implements Reach {
        @Override
        public void on(Connection transaction) throws SQLException {
            try (var set = transaction.createStatement()) {
                set.execute("SELECT set_config('skillpod.all_tenants', 'on', true)");
            }
        }
    }

    /** Every tenant, and not in the role of {@link TenantRole}. */
    record Owner() implements Reach {
        @Override
        public void on(Connection transaction) throws SQLException {
            try (var set = transaction.createStatement()) {
                set.execute("SELECT set_config('skillpod.all_tenants', 'on', true), set_config('role', 'none', true)");
            }
        }
    }
}
