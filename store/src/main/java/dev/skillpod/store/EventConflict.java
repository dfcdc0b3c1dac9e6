package dev.skillpod.store;

/**
 * An event whose id is taken by an event with other content.
 *
 * @param index its place in the list that was handed in, from 0
 * @param tenantId the tenant
 * @param eventId the id
 */
public record EventConflict(int index, String tenantId, String eventId) {}
