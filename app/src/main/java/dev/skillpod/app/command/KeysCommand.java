package dev.skillpod.app.command;

import dev.skillpod.app.access.ApiKey;
import dev.skillpod.app.access.KeyText;
import dev.skillpod.app.access.Role;
import dev.skillpod.app.config.Settings;
import dev.skillpod.app.runtime.Platform;
import dev.skillpod.app.runtime.StoredKeys;
import dev.skillpod.store.Database;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Makes, lists and revokes keys, in the database itself: for the first key, and when no admin key is at hand. */
@Command(
        name = "keys",
        description =
                "Make, list and revoke keys: keys create, keys list, keys revoke. A running service follows within 2"
                        + " s.",
        subcommands = {KeysCommand.Create.class, KeysCommand.Listing.class, KeysCommand.Revoke.class})
public final class KeysCommand implements Runnable {
    private static final String BY = "command line";

    @Override
    public void run() {
        throw new IllegalArgumentException("keys needs one of create, list, revoke; see help keys");
    }

    private static Database open() {
        return Database.beside(Platform.databaseSettings(Settings.read(System.getenv())));
    }

    /** Makes a key. */
    @Command(name = "create", description = "Make a key; it is printed once and kept nowhere.")
    static final class Create implements Runnable {
        @Option(names = "--role", required = true, description = "caller, ingest or admin.")
        private Role role = Role.CALLER;

        @Option(names = "--tenant", description = "The only tenant it may name; without it, any.")
        private @Nullable String tenant;

        @Option(names = "--name", required = true, description = "What you call it.")
        private String name = "";

        @Override
        public void run() {
            if (role == Role.ADMIN && tenant != null) {
                throw new IllegalArgumentException(
                        "--tenant must be left out for the role admin: what administrators do concerns all tenants");
            }
            KeyText text = KeyText.random();
            ApiKey key = text.stored(role, tenant, name, Instant.now().truncatedTo(ChronoUnit.MICROS), BY);
            try (Database database = open()) {
                new StoredKeys(database).add(key);
                record(database, "create key", key, "created");
            }
            System.out.println(text.reveal());
        }
    }

    /** Lists keys. */
    @Command(name = "list", description = "List the keys, the newest first.")
    static final class Listing implements Runnable {
        @Override
        public void run() {
            try (Database database = open()) {
                for (ApiKey key : new StoredKeys(database).list()) {
                    System.out.printf(
                            "%s %-6s %-20s %s, made %s by %s, %s%s%n",
                            key.keyId(),
                            key.role().wireName(),
                            key.tenantId() == null ? "any tenant" : key.tenantId(),
                            key.name(),
                            key.createdAt().truncatedTo(ChronoUnit.SECONDS),
                            key.createdBy(),
                            key.lastUsedAt() == null ? "never used" : "last used " + key.lastUsedAt(),
                            key.revokedAt() == null ? "" : ", REVOKED " + key.revokedAt());
                }
            }
        }
    }

    /** Revokes a key. */
    @Command(name = "revoke", description = "Revoke a key for ever; running services refuse it within 2 s.")
    static final class Revoke implements Runnable {
        @Parameters(paramLabel = "KEY_ID", description = "As keys list shows it.")
        private String keyId = "";

        @Override
        public void run() {
            try (Database database = open()) {
                Optional<ApiKey> revoked = new StoredKeys(database).revoke(keyId);
                ApiKey key = revoked.orElseThrow(
                        () -> new IllegalArgumentException("there is no key '" + keyId + "'; see keys list"));
                record(database, "revoke key", key, "revoked");
            }
            System.out.println("revoked " + keyId);
        }
    }

    private static void record(Database database, String action, ApiKey key, String outcome) {
        database.audit()
                .append(BY, "admin", action, key.keyId() + " " + key.role().wireName(), outcome, null);
    }
}
