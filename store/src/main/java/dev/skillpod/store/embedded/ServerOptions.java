package dev.skillpod.store.embedded;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How the server is made and started. */
final class ServerOptions {
    /*
     * Durability is PostgreSQL's own: fsync, full page writes and synchronous commit stay on. Less is started than usual
     * (no parallel, I/O or replication workers), because the machine is small and every process costs start time. JIT
     * compiles queries that here are over before it would pay off. wal_level=minimal lets bulk loads skip the log.
     */
    private static final Map<String, String> SETTINGS = new TreeMap<>(Map.ofEntries(
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "60"),
            Map.entry("shared_buffers", "192MB"),
            Map.entry("huge_pages", "off"),
            Map.entry("work_mem", "16MB"),
            Map.entry("maintenance_work_mem", "128MB"),
            Map.entry("effective_cache_size", "1GB"),
            Map.entry("random_page_cost", "1.1"),
            Map.entry("jit", "off"),
            Map.entry("io_method", "sync"),
            Map.entry("max_worker_processes", "2"),
            Map.entry("max_parallel_workers_per_gather", "0"),
            Map.entry("max_parallel_maintenance_workers", "0"),
            Map.entry("max_logical_replication_workers", "0"),
            Map.entry("max_wal_senders", "0"),
            Map.entry("wal_level", "minimal"),
            Map.entry("min_wal_size", "128MB"),
            Map.entry("max_wal_size", "2GB"),
            Map.entry("checkpoint_timeout", "15min"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("log_checkpoints", "off")));

    private ServerOptions() {}

    static List<String> command(String postgres, Path cluster, int port) {
        var command = new ArrayList<>(List.of(postgres, "-D", cluster.toString(), "-p", Integer.toString(port)));
        SETTINGS.forEach((name, value) -> command.addAll(List.of("-c", name + "=" + value)));
        return command;
    }

    /**
     * UTF-8, ordered by code point on every machine, with Unicode's upper and lower case.
     *
     * <p>Hashing a password thousands of times protects guessable ones; ours has 192 random bits, and in a JVM that has
     * just started those rounds would take half a second of every start.
     */
    static List<String> initdb(String initdb, Path cluster, String user, Path passwordFile) {
        return List.of(
                initdb,
                "-D",
                cluster.toString(),
                "--username=" + user,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--set=scram_iterations=16",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--locale=C.UTF-8",
                "--lc-collate=C",
                "--lc-ctype=C");
    }
}
