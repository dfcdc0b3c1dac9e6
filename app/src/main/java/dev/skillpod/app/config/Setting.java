package dev.skillpod.app.config;

/**
 * An environment variable the service reads: its default, and what it does. {@code ./skillpod help settings} and the
 * README's table are printed from here.
 */
public enum Setting {
    PORT("8080", "port of the service, 0 to 65535 (0 picks a free one)"),
    HOST(
            "",
            "address to listen on; by default 0.0.0.0 when ML_SERVICE_TOKEN, ADMIN_KEY or OIDC_ISSUER_URI is set, else"
                    + " 127.0.0.1 only; another than a loopback address needs a key"),
    DATABASE_URL(
            "",
            "PostgreSQL as postgresql://, postgres:// or postgresql+asyncpg://user:pw@host:port/db;"
                    + " unset, an embedded PostgreSQL is kept in DATA_PATH"),
    REDIS_URL(
            "redis://localhost:6379",
            "Redis as second level of the cache, redis:// or rediss://; set and not reachable, answers say that they"
                    + " are degraded; unset, one that listens at the default is used"),
    MODEL_PATH("./models", "folder of the trained models"),
    LOG_LEVEL("INFO", "TRACE, DEBUG, INFO, WARN or ERROR"),
    EMBEDDING_MODEL("all-MiniLM-L6-v2", "text embedding model; this version ships all-MiniLM-L6-v2 only"),
    ML_SERVICE_TOKEN(
            "",
            "a key with the roles caller and ingest for any tenant, sent as x-service-token or Authorization: Bearer;"
                    + " more keys: ./skillpod keys"),
    ADMIN_KEY(
            "",
            "a key with the role admin, at least 16 characters; while there is no admin key at all, each start prints"
                    + " one of its own"),
    OIDC_ISSUER_URI("", "identity provider whose JWTs are taken as Authorization: Bearer; needs OIDC_AUDIENCE"),
    OIDC_AUDIENCE("", "what the aud claim of a JWT must name"),
    OIDC_ROLES_CLAIM(
            "roles", "claim with the roles skillpod:caller, skillpod:ingest, skillpod:admin; dots lead into objects"),
    OIDC_TENANT_CLAIM("tenant_id", "claim with the only tenant a JWT may name, or * for any"),
    RATE_LIMIT_PER_SECOND(
            "1000",
            "requests per second of one key, twice as many at once; 0 for no limit; none on loopback without keys"),
    CACHE_TTL_SECONDS(
            "3600", "how long embeddings, lists, predictions and forecasts are kept, 0 to 604800; 0 keeps none"),
    CACHE_LOCAL_MIB("64", "memory of this process for what is kept, 1 to 65536 MiB"),
    CORS_ORIGINS("", "origins that browsers may call from, separated by commas; none by default"),
    DATA_PATH("./data", "folder of the embedded PostgreSQL"),
    STARTER_WORLD(
            "true",
            "true loads the synthetic starter world into an empty database at the first start; false leaves it empty"),
    LOG_FORMAT("text", "text or json: how log lines look; both carry the request id"),
    DRAIN_SECONDS(
            "1",
            "how long, 0 to 300, requests are still answered after SIGTERM while /ready says 503; as long as a load"
                    + " balancer needs to notice"),
    OTEL_EXPORTER_OTLP_ENDPOINT(
            "", "OpenTelemetry collector that gets traces over HTTP, such as http://localhost:4318; none by default"),
    EXPLORATION_SHARE(
            "0.05",
            "probability, 0 to 0.5, with which chance takes over at each of the last places of a list, to learn what"
                    + " the ranking does not know; 0 turns it off"),
    RETRAIN_CRON(
            "",
            "when to train all models again, in UTC: second minute hour day month weekday, such as '0 30 3 * * *';"
                    + " unset, only when asked"),
    RETRAIN_WHEN_STALE(
            "",
            "train again when so many engagements came since, as a share of those before, in (0, 100], such as 0.2;"
                    + " unset, never for that reason"),
    RETRAIN_MEMORY_MB("2048", "heap of the training process in megabytes, 256 to 65536");

    private final String fallback;
    private final String description;

    Setting(String fallback, String description) {
        this.fallback = fallback;
        this.description = description;
    }

    /** Returns the value used when the variable is not set; empty for none. */
    public String fallback() {
        return fallback;
    }

    /** Returns what it does, in one line. */
    public String description() {
        return description;
    }
}
