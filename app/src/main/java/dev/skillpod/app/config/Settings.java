package dev.skillpod.app.config;

import dev.skillpod.cache.CacheSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The settings of this process, read and checked once.
 *
 * @param port port to listen on, in [0, 65535]
 * @param host address to listen on
 * @param databaseUrl PostgreSQL to use, or empty for the embedded one
 * @param modelPath folder of the models
 * @param dataPath folder of the embedded PostgreSQL
 * @param logLevel name of the log level
 * @param serviceToken what callers must send, or empty
 * @param cacheTtl how long what was made is kept
 * @param corsOrigins origins browsers may call from
 * @param starterWorld whether an empty database gets the starter world
 * @param explorationShare how much of the last places of a list is left to chance, in [0, 0.5]
 * @param access who may call
 * @param cache where what was made is kept
 * @param retrain when and how models are trained again
 */
public record Settings(
        int port,
        String host,
        Optional<String> databaseUrl,
        Path modelPath,
        Path dataPath,
        String logLevel,
        Optional<String> serviceToken,
        Duration cacheTtl,
        List<String> corsOrigins,
        boolean starterWorld,
        double explorationShare,
        AccessSettings access,
        CacheSettings cache,
        RetrainSettings retrain) {
    private static final Set<String> LEVELS = Set.of("TRACE", "DEBUG", "INFO", "WARN", "ERROR");

    /**
     * Reads the settings.
     *
     * @param environment variables by name, as {@code System.getenv()}
     * @throws IllegalArgumentException naming the variable, the legal values and the value found (never a secret)
     */
    public static Settings read(Map<String, String> environment) {
        Optional<String> token = optional(environment, Setting.ML_SERVICE_TOKEN);
        AccessSettings access = AccessSettings.read(environment);
        boolean guarded = token.isPresent()
                || access.adminKey().isPresent()
                || access.oidc().isPresent();
        String host = optional(environment, Setting.HOST).orElse(guarded ? "0.0.0.0" : "127.0.0.1");
        oneOf(environment, Setting.EMBEDDING_MODEL, Set.of("all-MiniLM-L6-v2"));
        oneOf(environment, Setting.LOG_FORMAT, Set.of("text", "json"));
        number(environment, Setting.DRAIN_SECONDS, 0, 300);
        optional(environment, Setting.OTEL_EXPORTER_OTLP_ENDPOINT).ifPresent(Settings::checkCollector);
        return new Settings(
                number(environment, Setting.PORT, 0, 65_535),
                host,
                optional(environment, Setting.DATABASE_URL),
                Path.of(value(environment, Setting.MODEL_PATH)),
                Path.of(value(environment, Setting.DATA_PATH)),
                oneOf(environment, Setting.LOG_LEVEL, LEVELS),
                token,
                Duration.ofSeconds(number(environment, Setting.CACHE_TTL_SECONDS, 0, 604_800)),
                Arrays.stream(value(environment, Setting.CORS_ORIGINS).split(","))
                        .map(String::strip)
                        .filter(s -> !s.isEmpty())
                        .toList(),
                Boolean.parseBoolean(oneOf(environment, Setting.STARTER_WORLD, Set.of("true", "false"))),
                share(environment, Setting.EXPLORATION_SHARE, 0.5),
                access,
                cache(environment),
                new RetrainSettings(
                        RetrainSettings.cron(optional(environment, Setting.RETRAIN_CRON)),
                        RetrainSettings.whenStale(optional(environment, Setting.RETRAIN_WHEN_STALE)),
                        number(environment, Setting.RETRAIN_MEMORY_MB, 256, 65_536)));
    }

    /** Spring reads it itself, and would find only after everything else that it is none. */
    private static void checkCollector(String address) {
        try {
            URI uri = new URI(address);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return;
            }
        } catch (URISyntaxException e) {
            // told below
        }
        throw new IllegalArgumentException(Setting.OTEL_EXPORTER_OTLP_ENDPOINT
                + " must be an address such as http://localhost:4318, was '" + address + "'");
    }

    private static CacheSettings cache(Map<String, String> environment) {
        String url = value(environment, Setting.REDIS_URL);
        try {
            CacheSettings.checkUrl(url);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(Setting.REDIS_URL + " " + e.getMessage());
        }
        return new CacheSettings(
                url,
                optional(environment, Setting.REDIS_URL).isPresent(),
                Duration.ofSeconds(number(environment, Setting.CACHE_TTL_SECONDS, 0, 604_800)),
                (long) number(environment, Setting.CACHE_LOCAL_MIB, 1, 65_536) << 20,
                CacheSettings.DEFAULT_PATIENCE);
    }

    /** Whether the environment itself gives a key or an identity provider: then nothing is open. */
    public boolean guarded() {
        return serviceToken.isPresent()
                || access.adminKey().isPresent()
                || access.oidc().isPresent();
    }

    /** Whether only this machine can reach the service. */
    public boolean loopbackOnly() {
        return Loopback.is(host);
    }

    static String value(Map<String, String> environment, Setting setting) {
        return optional(environment, setting).orElse(setting.fallback());
    }

    static Optional<String> optional(Map<String, String> environment, Setting setting) {
        return Optional.ofNullable(environment.get(setting.name()))
                .map(String::strip)
                .filter(s -> !s.isEmpty());
    }

    static int number(Map<String, String> environment, Setting setting, int from, int to) {
        String value = value(environment, setting);
        try {
            int number = Integer.parseInt(value);
            if (number >= from && number <= to) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the message below, which names the value
        }
        throw new IllegalArgumentException(
                setting + " must be a whole number in [" + from + ", " + to + "], was '" + value + "'");
    }

    private static double share(Map<String, String> environment, Setting setting, double most) {
        String value = value(environment, setting);
        try {
            double share = Double.parseDouble(value);
            if (share >= 0 && share <= most) {
                return share;
            }
        } catch (NumberFormatException e) {
            // falls through to the message below, which names the value
        }
        throw new IllegalArgumentException(setting + " must be a number in [0, " + most + "], was '" + value + "'");
    }

    private static String oneOf(Map<String, String> environment, Setting setting, Set<String> legal) {
        String value = value(environment, setting);
        for (String name : legal) {
            if (name.equalsIgnoreCase(value)) {
                return name;
            }
        }
        throw new IllegalArgumentException(
                setting + " must be one of " + legal.stream().sorted().toList() + ", was '" + value + "'");
    }

    /** Returns the settings without secrets: that there is a token, and that there is a database, but not which. */
    @Override
    public String toString() {
        return "Settings[port=" + port + ", host=" + host + ", databaseUrl=" + set(databaseUrl) + ", modelPath="
                + modelPath
                + ", dataPath=" + dataPath + ", logLevel=" + logLevel + ", serviceToken=" + set(serviceToken)
                + ", cacheTtl=" + cacheTtl + ", corsOrigins=" + corsOrigins + ", starterWorld=" + starterWorld
                + ", explorationShare="
                + explorationShare + ", access=" + access + ", cache=" + cache + ", retrain=" + retrain + "]";
    }

    private static String set(Optional<String> secret) {
        return secret.isPresent() ? "set" : "unset";
    }
}
