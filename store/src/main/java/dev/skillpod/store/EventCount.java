package dev.skillpod.store;

import dev.skillpod.core.catalog.DataSource;
import java.time.Instant;

/**
 * How many events of a kind and source the log holds.
 *
 * @param kind the kind
 * @param source where they come from
 * @param count how many, at least 1
 * @param earliest when the first one happened
 * @param latest when the last one happened
 */
public record EventCount(EventKind kind, DataSource source, long count, Instant earliest, Instant latest) {}
