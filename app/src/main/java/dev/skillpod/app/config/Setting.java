package dev.skillpod.app.config;

/**
 * An environment variable the service reads: its default, and what it does. {@code ./skillpod help settings} and the
 * README's table are printed from here.
 */
public enum Setting {
    PORT("8080", "port of the service, 0 to 65535 (0 picks a free one)"),
    HOST("", "address to listen on; by default 0.0.0.0 when ML_SERVICE_TOKEN is set, else 127.0.0.1 only"),
    DATABASE_URL(
            "",
            "PostgreSQL as postgresql://, postgres:// or postgresql+asyncpg://user:pw@host:port/db;"
                    + " unset, an embedded PostgreSQL is kept in DATA_PATH"),
    REDIS_URL("redis://localhost:6379", "accepted; not used yet, this version caches in the process only"),
    MODEL_PATH("./models", "folder of the trained models"),
    LOG_LEVEL("INFO", "TRACE, DEBUG, INFO, WARN or ERROR"),
    EMBEDDING_MODEL("all-MiniLM-L6-v2", "text embedding model; this version ships all-MiniLM-L6-v2 only"),
    ML_SERVICE_TOKEN(
            "", "secret that callers send as x-service-token or Authorization: Bearer; unset, none is asked for"),
    CACHE_TTL_SECONDS("3600", "how long text embeddings of requests are kept in memory, 0 to 604800"),
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
                    + " the ranking does not know; 0 turns it off");

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
