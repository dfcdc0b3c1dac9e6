package dev.skillpod.core.activity;

/**
 * Who a learner is: a user of one tenant. The same user id in two tenants is two learners.
 *
 * @param tenantId the tenant
 * @param userId the user, unique within the tenant
 */
public record LearnerKey(String tenantId, String userId) {
    /** Returns a hash that is the same on every machine and version, for splits and samples by learner. */
    public int stableHash() {
        return 31 * tenantId.hashCode() + userId.hashCode();
    }
}
