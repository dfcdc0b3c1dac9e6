/**
 * The feature store: what the recommender knows, kept in PostgreSQL.
 *
 * <p>{@link dev.skillpod.store.Database#open} connects to the PostgreSQL of {@code DATABASE_URL}, or starts an embedded
 * one ({@link dev.skillpod.store.embedded}), brings the schema up to date with Flyway and hands out one small store per
 * subject. Serving reads a learner's {@link dev.skillpod.core.activity.LearnerHistory}; training streams the same records
 * from the whole log with {@link dev.skillpod.store.EventStore#activityLog}.
 *
 * <p>Every query about a learner, a job or a served list takes the tenant: there is no way to ask without one. Bad values
 * are refused with {@link dev.skillpod.store.InvalidRecordException} before they reach SQL; a database that cannot be
 * reached is a {@link dev.skillpod.store.StoreUnavailableException}, worth a retry; anything else is a {@link
 * dev.skillpod.store.StoreException}.
 */
@NullMarked
package dev.skillpod.store;

import org.jspecify.annotations.NullMarked;
