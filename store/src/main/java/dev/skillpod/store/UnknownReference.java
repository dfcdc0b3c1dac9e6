package dev.skillpod.store;

/**
 * A reference to something the catalogue does not have (yet).
 *
 * @param recordId the record that refers
 * @param field the component of the record, such as {@code requirements.skillId}
 * @param missingId the id that does not exist
 */
public record UnknownReference(String recordId, String field, String missingId) {}
