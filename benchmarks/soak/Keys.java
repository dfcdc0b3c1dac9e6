/**
 * The keys of the callers.
 *
 * @param caller for any tenant
 * @param ingest for any tenant
 * @param ofOneTenant a caller's, for the tenant soak-1 only
 */
record Keys(String caller, String ingest, String ofOneTenant) {}
